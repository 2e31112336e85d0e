import type { Language } from "@/lib/platform/format";

/** Each in itself. */
export const languageNames: Record<Language, string> = { en: "English", sw: "Kiswahili" };
