import type { Windows } from "@/db/schema/hours";
import { formatDate } from "@/lib/platform/format";
import { timesWords } from "@/lib/staff/rules";

/** `Sat 12 Dec 2026` of `2026-12-12`, wherever the reader is. */
export const dateWords = (date: string): string => formatDate(`${date}T12:00:00Z`, "UTC");

export const openWords = (windows: Windows): string =>
  windows.length > 0 ? timesWords(windows.map(([from, to]) => ({ from, to }))) : "Closed";
