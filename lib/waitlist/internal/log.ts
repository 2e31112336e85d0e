import { type FreedTime, type Verdict, waitlistLog } from "@/db/schema/waiting";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

export type LogRow = { entryId: string; verdict: Verdict; bookingId?: string };

/** What became of offers is told first, and what is asked thereafter. */
const mostAnswers = 1_000;

/** Who was asked and who was passed over, and why, in the order in which they were weighed. */
export async function writeLog(
  scope: Scope,
  roundId: string,
  freed: FreedTime | null,
  rows: readonly LogRow[],
  first = mostAnswers,
): Promise<void> {
  if (rows.length === 0) return;
  const createdAt = now();
  await scope.tx.insert(waitlistLog).values(
    rows.map(({ bookingId = null, ...row }, at) => ({
      ...row,
      place: first + at,
      bookingId,
      tenantId: scope.tenantId,
      id: newId(),
      roundId,
      freed,
      createdAt,
    })),
  );
  recordEvent(scope, { name: "waitlist.looked", roundId });
}
