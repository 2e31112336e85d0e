import { env } from "@/lib/platform/env";
import type { Language } from "@/lib/platform/format";

/** No more than that there is something: who sees a locked phone is not always whose it is. */
const touchWords: Record<Language, string> = { en: "Touch to read it.", sw: "Gusa usome." };

type Message = { customerId: string; template: string; subject: string; body: string; dedupeKey: string };

/** The subject alone, and where the words lead. */
export const toBrowsers = (ids: readonly string[], language: Language, message: Message) =>
  ids.map((id) => ({
    ...message,
    channel: "push" as const,
    to: id,
    body: `${touchWords[language]}\n${/https?:\/\/\S+[^\s.,]/.exec(message.body)?.[0] ?? env().APP_URL}`,
    dedupeKey: `${message.dedupeKey} ${id}`,
  }));
