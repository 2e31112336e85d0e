import type { ReactNode } from "react";
import { Wordmark } from "@/app/_components/wordmark";
import { LanguageSwitch } from "@/app/book/_parts/language-switch";
import type { Language } from "@/lib/platform/format";

type Props = { language: Language; children: ReactNode };

/** A page that says one thing: the way home and the language above it. */
export const PlainFrame = ({ language, children }: Props) => (
  <div
    lang={language}
    className="mx-auto grid min-h-dvh w-full max-w-200 grid-cols-[minmax(0,1fr)] content-start px-4 md:px-6"
  >
    <header className="flex min-h-16 flex-wrap items-center justify-between gap-x-4">
      <Wordmark />
      <div>
        <LanguageSwitch slug="" />
      </div>
    </header>
    {children}
  </div>
);
