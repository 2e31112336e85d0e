import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Language } from "@/lib/platform/format";
import { type Say, sayBy } from "./say";

/** In components of the browser and in those of the server that are not async; the others ask `sayHere`. */
export function useSay(): Say {
  const t = useTranslations();
  const language = useLocale() as Language;
  return useMemo(() => sayBy(t as unknown as Parameters<typeof sayBy>[0], language), [t, language]);
}
