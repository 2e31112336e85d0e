"use client";

import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, use } from "react";
import type { Language } from "@/lib/platform/format";
import { english, type Words } from "./words";

let swahili: Promise<Words> | undefined;
/** A file of its own, which only those load who read Swahili. */
const loadSwahili = () => {
  swahili ??= import("./swahili").then(({ wordsIn }) => wordsIn("sw"));
  return swahili;
};

/** One component for every language: with another for each, what somebody has typed would be lost by changing it. */
export function WordsIn({ language, children }: { language: Language; children: ReactNode }) {
  const messages = language === "sw" ? use(loadSwahili()) : english;
  return (
    <NextIntlClientProvider locale={language} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
