import type { LogLine } from "@/lib/waitlist/list-waitlist";

/** Newest first as they come; within a round in the order in which its people were weighed. */
export function roundsOf(lines: readonly LogLine[]): LogLine[][] {
  const rounds = new Map<string, LogLine[]>();
  for (const line of lines) rounds.set(line.roundId, [line, ...(rounds.get(line.roundId) ?? [])]);
  return [...rounds.values()];
}
