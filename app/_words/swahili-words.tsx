"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { wordsIn } from "./swahili";

/** A file of its own, which only those load who read Swahili. */
export function SwahiliWords({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="sw" messages={wordsIn("sw")} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
