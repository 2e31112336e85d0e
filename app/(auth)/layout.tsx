import type { ReactNode } from "react";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";
import { Wordmark } from "../_components/wordmark";
import { WordsHere } from "../_words/words-here";

/** One narrow column: the mark, then the form. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <WordsHere>
      <div className={cn(appType, "grid min-h-dvh content-start justify-items-center px-4 py-12 sm:py-24")}>
        <div className="grid w-full max-w-88 gap-10">
          <header>
            <Wordmark />
          </header>
          {children}
        </div>
      </div>
    </WordsHere>
  );
}
