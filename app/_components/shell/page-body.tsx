import type { ReactNode } from "react";
import { cn } from "../ui/cn";

/** What a page is about, under its header. */
export function PageBody({ busy, className, children }: { busy?: boolean; className?: string; children: ReactNode }) {
  return (
    <main aria-busy={busy} className={cn("min-w-0 lg:col-span-2 lg:row-start-2", className)}>
      {children}
    </main>
  );
}
