import { isOverlap } from "@/db/errors";
import { holds } from "@/db/schema/bookings";
import type { Placed } from "@/lib/availability/visit";
import type { DomainEvent } from "@/lib/events/catalogue";
import { planDue } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { insertTogether, rowsOf } from "@/lib/platform/insert-together";
import type { Scope } from "@/lib/tenancy/scope";
import { makeRoom, timeOf } from "../take-time";
import { instantOf } from "./engine-input";
import type { Seating } from "./seating";

type Holding = {
  for: { bookingId: string } | { visitor: string };
  placed: readonly Placed[];
  seating: Seating;
  expired: readonly string[];
  expiresAt: Date;
  /** What is kept free around each line. */
  lines: readonly { before: number; after: number }[];
};

/** Keeps the time until then, and plans that it is free again; null when somebody else has it after all. The event is the caller's to record. */
export async function writeHold(scope: Scope, holding: Holding): Promise<KeptSlot | null> {
  const { placed, seating, expired, expiresAt } = holding;
  const id = newId();
  const [startsAt, endsAt] = [instantOf(placed[0]!.from), instantOf(placed.at(-1)!.to)];
  const staffIds = placed.map(({ staffId }) => staffId);
  const row = {
    tenantId: scope.tenantId,
    id,
    bookingId: "bookingId" in holding.for ? holding.for.bookingId : null,
    visitor: "visitor" in holding.for ? holding.for.visitor : null,
    startsAt,
    endsAt,
    staffIds,
    expiresAt,
    createdAt: now(),
  };
  const as = { source: "hold" as const, expiresAt: expiresAt.toISOString(), holdId: id };
  const lines = holding.lines.map((line) => ({ ...line, id }));
  try {
    await scope.tx.transaction(async (savepoint) => {
      const inside = { ...scope, tx: savepoint } as Scope;
      await makeRoom(inside, { moved: seating.moved, expired });
      await insertTogether(inside, [rowsOf(holds, [row]), timeOf(inside, seating.stretches, lines, as)]);
    });
  } catch (error) {
    if (isOverlap(error)) return null;
    throw error;
  }
  await planDue(scope, { kind: "free_hold", at: expiresAt, payload: { holdId: id } });
  return {
    name: "slot.held",
    holdId: id,
    staffIds: [...new Set(staffIds)],
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}

type KeptSlot = Extract<DomainEvent, { name: "slot.held" }>;
