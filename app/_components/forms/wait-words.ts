import { formatWait } from "@/lib/platform/format";

/** For people who tried too often. */
export const waitWords = (seconds: number): string => `Too many tries. Wait ${formatWait(seconds)} and try again.`;
