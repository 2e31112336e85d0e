"use client";

import { Printer } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";

export const PrintButton = () => {
  const say = useSay();
  return (
    <Button kind="primary" onClick={() => window.print()}>
      <Printer aria-hidden />
      {say("Print")}
    </Button>
  );
};
