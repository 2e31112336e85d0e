import type { Placed } from "@/lib/availability/visit";
import { openStarts } from "@/lib/availability/visit-plan";
import type { Scope } from "@/lib/tenancy/scope";
import type { Dates } from "./internal/engine-input";
import { asked, loadSeveral, type Wanted } from "./internal/several";

/** A start that is free, in epoch minutes, and who would do it. */
export type FreeStart = { from: number; to: number; staffId: string };

/**
 * All free starts of many wishes on these dates, each by the rules of its door; as many statements for one as for a hundred, and
 * each wish is worked out once. Null for what is on offer no longer.
 */
export async function startsWithin(scope: Scope, wanted: readonly Wanted[], datesIn: (timeZone: string) => Dates) {
  const { house, dates, taken } = await loadSeveral(scope, wanted, datesIn);
  const known = new Map<string, FreeStart[] | null>();
  const startsOf = (one: Wanted): FreeStart[] | null => {
    const question = asked(house, one, dates, taken);
    return question && openStarts(question.lines, question.rules).map(({ placed }) => free(placed));
  };
  const starts = wanted.map((one) => {
    const name = `${one.serviceId} ${one.staffId ?? ""} ${one.channel ?? ""}`;
    if (!known.has(name)) known.set(name, startsOf(one));
    return known.get(name) ?? null;
  });
  return { timeZone: house.timeZone, starts };
}

const free = (placed: readonly Placed[]): FreeStart => ({
  from: placed[0]!.from,
  to: placed.at(-1)!.to,
  staffId: placed[0]!.staffId,
});
