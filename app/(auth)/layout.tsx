import type { ReactNode } from "react";
import { currentVisitor } from "@/app/_server/visitor";
import { LanguageSwitch } from "@/app/book/_parts/language-switch";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";
import { Wordmark } from "../_components/wordmark";
import { WordsHere } from "../_words/words-here";

/** One narrow column: the mark, then the form. Whoever is signed in has said in their profile what they read. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <WordsHere>
      <div className={cn(appType, "grid min-h-dvh content-start justify-items-center px-4 py-12 sm:py-24")}>
        <div className="grid w-full max-w-88 gap-10">
          <header>
            <Wordmark />
          </header>
          {children}
          {(await currentVisitor()) ? null : <LanguageSwitch slug="" />}
        </div>
      </div>
    </WordsHere>
  );
}
