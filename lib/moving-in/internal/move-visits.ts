import { sql } from "drizzle-orm";
import { visitLines, visits } from "@/db/schema/visits";
import { unnamed } from "./move-offers";
import { type PlannedVisit, planVisits } from "./plan-visits";
import type { House } from "./read-house";
import { lineId, sellVisits } from "./sell-visits";
import { bringRow, type Move, put } from "./tally";

/** What was done, and what was paid for it: a sale of its day, by a way that nobody wrote down. What was not paid is charged by whoever likes. */
export async function moveVisits(move: Move, house: House): Promise<void> {
  const { scope } = move;
  const { tenantId, tx } = scope;
  const nobody = unnamed(move);
  const had = await tx.execute<{ bookingId: string; id: string }>(sql`
    select booking_id as "bookingId", id from visits where tenant_id = ${tenantId} and booking_id is not null`);
  const planned = planVisits(move, house, nobody, new Map(had.map(({ bookingId, id }) => [bookingId, id])));
  const lines = planned.flatMap((visit) => visit.lines);
  await nobody.write({
    staff: lines.some(({ staffId }) => staffId === nobody.staffId),
    service: lines.some(({ serviceId }) => serviceId === nobody.serviceId),
  });
  for (const { row } of planned) bringRow(move, row);
  await put(
    scope,
    visits,
    planned.map((one) => visitRow(move, one)),
  );
  await put(
    scope,
    visitLines,
    planned.flatMap((one) =>
      one.lines.map(({ name, ...line }, position) => ({
        ...{ tenantId, id: lineId(one, position), visitId: one.id, position, serviceName: name },
        ...line,
      })),
    ),
  );
  await sellVisits(
    move,
    planned.filter(({ paidMinor }) => paidMinor > 0),
  );
}

const visitRow = ({ scope, currency, at }: Move, one: PlannedVisit) => ({
  ...{ tenantId: scope.tenantId, id: one.id, bookingId: one.bookingId, customerId: one.customerId, currency },
  ...{ startedAt: one.at, completedAt: one.at, totalMinor: one.totalMinor, paidMinor: one.paidMinor },
  ...{ notes: one.notes, createdAt: at },
});
