"use client";

import { Printer } from "lucide-react";
import { Button } from "@/app/_components/ui/button";

/** The page as it stands, on paper, without what is for the screen only. */
export const PrintButton = () => (
  <Button onClick={() => window.print()} className="print:hidden">
    <Printer aria-hidden />
    Print
  </Button>
);
