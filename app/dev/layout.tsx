import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";
import { Wordmark } from "../_components/wordmark";
import { hasDevPages } from "../_server/dev-pages";
import { WordsIn } from "../_words/words-in";

export default function DevLayout({ children }: { children: ReactNode }) {
  if (!hasDevPages()) notFound();
  return (
    <div className={cn(appType, "mx-auto grid min-h-dvh max-w-200 content-start gap-8 px-4 py-6 md:px-6")}>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Wordmark />
        <nav aria-label="What customers see" className="flex gap-4">
          <Link href="/dev/outbox" className="underline underline-offset-2">
            Outbox
          </Link>
          <Link href="/dev/phone" className="underline underline-offset-2">
            Phone
          </Link>
        </nav>
      </header>
      <WordsIn language="en">{children}</WordsIn>
    </div>
  );
}
