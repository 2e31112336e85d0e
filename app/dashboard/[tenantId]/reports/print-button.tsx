"use client";

import { Printer } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";

/** The page as it stands, on paper, without what is for the screen only. */
export function PrintButton() {
  const say = useSay();
  return (
    <Button onClick={() => window.print()} className="print:hidden">
      <Printer aria-hidden />
      {say("Print")}
    </Button>
  );
}
