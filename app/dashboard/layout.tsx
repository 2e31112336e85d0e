import type { Metadata } from "next";
import type { ReactNode } from "react";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";
import { WordsHere } from "../_words/words-here";

export const metadata: Metadata = { robots: { index: false }, manifest: "/dashboard.webmanifest" };

export default function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <WordsHere>
      <div className={cn(appType, "min-h-dvh bg-canvas")}>{children}</div>
    </WordsHere>
  );
}
