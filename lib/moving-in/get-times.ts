import { eq } from "drizzle-orm";
import { movesIn, type TimesAnswer } from "@/db/schema/moving-in";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { listOver, listSamples } from "./list-samples";
import type { Sample } from "./report";

/** `times` is null for a business that did not come from the old system. `over`: what is to come and lies over something. */
export type Times = { times: TimesAnswer | null; minutes: number; samples: Sample[]; over: Sample[]; position: string };

/** What its owner is asked: some bookings as they stand, and what was answered. */
export async function getTimes(scope: Scope): Promise<Times> {
  const head = await headOf(scope);
  const [move] = await scope.tx
    .select({ times: movesIn.times, minutes: movesIn.minutes })
    .from(movesIn)
    .where(eq(movesIn.tenantId, scope.tenantId));
  const samples = move ? await listSamples(scope) : [];
  const over = move ? await listOver(scope) : [];
  return { times: move?.times ?? null, minutes: move?.minutes ?? 0, samples, over, position: writePosition(head) };
}

/** Whether they are still to be asked. */
export async function timesWait({ tx, tenantId }: Scope): Promise<boolean> {
  const [move] = await tx.select({ times: movesIn.times }).from(movesIn).where(eq(movesIn.tenantId, tenantId));
  return move?.times === "waiting";
}
