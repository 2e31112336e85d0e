"use client";

import { Printer } from "lucide-react";
import { Button } from "@/app/_components/ui/button";

export const PrintButton = () => (
  <Button kind="primary" onClick={() => window.print()}>
    <Printer aria-hidden />
    Print
  </Button>
);
