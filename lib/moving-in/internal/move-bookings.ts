import { bookingLines, bookings, occupancies } from "@/db/schema/bookings";
import { accessTokens } from "@/db/schema/requests";
import { recordAudits } from "@/lib/auth/audit";
import { bookingTokenHash, linksSince } from "@/lib/bookings/booking-token";
import { planReminders } from "@/lib/notifications/plan-reminders";
import type { Overlap } from "../report";
import { inParts } from "./in-parts";
import { unnamed } from "./move-offers";
import { holdsTime, type Planned, planBookings } from "./plan-bookings";
import { diaryOf, type House } from "./read-house";
import { idHere, type Move, madeId, put } from "./tally";

/**
 * Promises and what became of them, at their times, without a word to anybody. What lies over something is kept and marked
 * as overbooked. Nobody is reminded at an hour that its owner has not looked at.
 */
export async function moveBookings(move: Move, house: House): Promise<Overlap[]> {
  const { scope, at } = move;
  const { tenantId } = scope;
  const nobody = unnamed(move);
  const planned = planBookings(move, house, { diary: await diaryOf(move), nobody: nobody.staffId });
  await nobody.write({ staff: planned.some(({ staffId }) => staffId === nobody.staffId), service: false });
  await put(
    scope,
    bookings,
    planned.map((one) => bookingRow(move, one)),
  );
  await put(
    scope,
    bookingLines,
    planned.map((one) => lineRow(move, one)),
  );
  await put(
    scope,
    occupancies,
    planned.map((one) => ({
      ...{ tenantId, id: madeId(`time ${idHere(one.row)}`), staffId: one.staffId, bookingLineId: lineId(one) },
      span: `[${one.startsAt.toISOString()},${one.endsAt.toISOString()})`,
      // Nobody in particular can be booked twice at a time.
      ...{ lanes: "[0,)", active: holdsTime(one) && one.staffId !== nobody.staffId },
      source: one.isOver ? ("overbooking" as const) : ("booking" as const),
    })),
  );
  const linked = planned.filter(({ endsAt }) => endsAt > linksSince());
  const about = { tenantId, kind: "booking" as const, createdAt: at };
  await put(
    scope,
    accessTokens,
    linked.map(({ row }) => ({ ...about, hash: bookingTokenHash(idHere(row)), subjectId: idHere(row) })),
  );
  const coming = (move.timesKnown ? planned : [])
    .filter(({ startsAt }) => startsAt > at)
    .map(({ row }) => ({ bookingId: idHere(row) }));
  for (const some of inParts(coming)) await planReminders(scope, some);
  return writeOverlaps(
    move,
    house,
    planned.filter(({ isOver }) => isOver),
  );
}

const lineId = ({ row }: Planned) => madeId(`line ${idHere(row)}`);

const bookingRow = ({ scope, currency }: Move, one: Planned) => ({
  ...{ tenantId: scope.tenantId, id: idHere(one.row), reference: one.reference, customerId: one.customerId, currency },
  ...{ status: one.status, source: one.it.booked_by_customer ? ("public" as const) : ("desk" as const) },
  ...{ startsAt: one.startsAt, endsAt: one.endsAt, totalMinor: one.service.priceMinor, notes: one.it.notes },
  ...{ bookedAs: { name: one.customerName }, createdAt: one.createdAt },
  // Nobody is asked to answer within a day of the move.
  expiresAt: one.status === "requested" ? one.startsAt : null,
});

const lineRow = ({ scope, currency }: Move, one: Planned) => ({
  ...{ tenantId: scope.tenantId, id: lineId(one), bookingId: idHere(one.row), position: 0 },
  ...{ serviceId: one.service.id, serviceName: one.service.name, staffId: one.staffId, anyStaff: one.anyStaff },
  ...{ startsAt: one.startsAt, endsAt: one.endsAt, segments: one.service.segments, addons: [] },
  ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, priceMinor: one.service.priceMinor, currency },
});

async function writeOverlaps(move: Move, { staffNames }: House, over: readonly Planned[]): Promise<Overlap[]> {
  const deeds = over.map(({ row, startsAt }) => ({
    ...{ action: "booking.overbooked", entity: "booking", entityId: idHere(row) },
    after: { startsAt: startsAt.toISOString(), reason: "It lay over another booking in the system before this one" },
  }));
  for (const some of inParts(deeds)) await recordAudits(move.scope, some);
  return over.map(({ row, startsAt, staffId }) => ({
    ...{ oldId: row.id, startsAt: startsAt.toISOString() },
    staff: staffNames.get(staffId) ?? "",
  }));
}
