"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { english } from "./words";

export function EnglishWords({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={english} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
