import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";
import { Wordmark } from "../_components/wordmark";
import { hasDevPages } from "../_server/dev-pages";
import { sayHere } from "../_words/say-here";
import { WordsHere } from "../_words/words-here";
import { LanguageSwitch } from "../book/_parts/language-switch";

export default async function DevLayout({ children }: { children: ReactNode }) {
  if (!hasDevPages()) notFound();
  const say = await sayHere();
  return (
    <div className={cn(appType, "mx-auto grid min-h-dvh max-w-200 content-start gap-8 px-4 py-6 md:px-6")}>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Wordmark />
        <nav aria-label={say("What customers see")} className="flex gap-4">
          <Link href="/dev/outbox" className="underline underline-offset-2">
            {say("Outbox")}
          </Link>
          <Link href="/dev/phone" className="underline underline-offset-2">
            {say("Phone")}
          </Link>
        </nav>
        <div>
          <LanguageSwitch slug="" />
        </div>
      </header>
      <WordsHere>{children}</WordsHere>
    </div>
  );
}
