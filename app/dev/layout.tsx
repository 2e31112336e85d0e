import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";
import { Wordmark } from "../_components/wordmark";
import { hasDevPages } from "../_server/dev-pages";

export default function DevLayout({ children }: { children: ReactNode }) {
  if (!hasDevPages()) notFound();
  return (
    <div className={cn(appType, "mx-auto grid min-h-dvh max-w-200 content-start gap-8 px-4 py-6 md:px-6")}>
      <header>
        <Wordmark />
      </header>
      {children}
    </div>
  );
}
