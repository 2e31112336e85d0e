import type { Metadata } from "next";
import type { ReactNode } from "react";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";
import { languageHere } from "../_server/language";
import { WordsHere } from "../_words/words-here";

/** The same app, its shortcuts in the language of whoever installs it. */
export const generateMetadata = async (): Promise<Metadata> => ({
  robots: { index: false },
  manifest: (await languageHere()) === "sw" ? "/dashboard-sw.webmanifest" : "/dashboard.webmanifest",
});

export default function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <WordsHere>
      <div className={cn(appType, "min-h-dvh bg-canvas")}>{children}</div>
    </WordsHere>
  );
}
