import { sql } from "drizzle-orm";
import { services } from "@/db/schema/services";
import { staff } from "@/db/schema/staff";
import { readPhone } from "@/lib/platform/phone";
import { uuids } from "@/lib/platform/uuids";
import { staffColours } from "@/lib/staff/rules";
import type { OldRow } from "../dump";
import { type Amount, amountOf, oldService, oldStaff } from "./old-models";
import { bringRow, idHere, type Move, madeId, put, refuseRow, take, tell } from "./tally";

/** Prices are whole cents here. */
export function minorOf(move: Move, row: OldRow, { minor, exact }: Amount, what: string): number {
  if (!exact) tell(move, row, `${what} is rounded to ${(minor / 100).toFixed(2)}`);
  return minor;
}

const most = { minutes: 24 * 60 };

/** What is sold, who serves, and that everybody does everything: the old system asked nobody who does what. */
export async function moveOffers(move: Move): Promise<void> {
  const { scope, at, currency } = move;
  const { tenantId } = scope;
  const sold = take(move, "service", oldService).flatMap(({ row, it }, position) => {
    if (it.price.minor < 0) return refused(move, row, "has a price below nothing");
    if (it.duration < 1 || it.duration > most.minutes) return refused(move, row, `takes ${it.duration} minutes`);
    const priceMinor = minorOf(move, row, it.price, "its price");
    bringRow(move, row);
    return {
      ...{
        tenantId,
        id: idHere(row),
        name: it.name || "Unnamed",
        category: it.category || "other",
        position,
        currency,
      },
      ...{ description: it.description, segments: [{ kind: "work" as const, minutes: it.duration }], priceMinor },
      ...{ durationMinutes: it.duration, active: it.is_active, createdAt: at, archivedAt: null },
    };
  });
  await put(scope, services, sold);
  const people = take(move, "staffmember", oldStaff).map(({ row, it }, position) => {
    bringRow(move, row);
    const phone = readPhone(it.phone);
    if (it.phone && !phone) tell(move, row, `“${it.phone}” is no number: left out`);
    return {
      ...{ tenantId, id: idHere(row), name: it.name || "Unnamed", title: it.specialty, phone, email: it.email || null },
      ...{
        commissionBp: shareOf(move, row, it.commission_percentage),
        active: it.is_active,
        position,
        archivedAt: null,
      },
      ...{ colour: staffColours[position % staffColours.length]!.value, createdAt: at },
    };
  });
  await put(scope, staff, people);
  await everybodyDoesEverything(
    move,
    [...sold, ...people].map(({ id }) => id),
  );
}

const everybodyDoesEverything = ({ scope: { tx, tenantId } }: Move, fresh: readonly string[]) =>
  tx.execute(sql`
    insert into staff_services (tenant_id, staff_id, service_id)
    select p.tenant_id, p.id, s.id from staff p join services s on s.tenant_id = p.tenant_id
    where p.tenant_id = ${tenantId} and p.active and p.archived_at is null and s.active and s.archived_at is null
      and (p.id = any(${uuids(fresh)}) or s.id = any(${uuids(fresh)}))
    on conflict do nothing`);

function refused(move: Move, row: OldRow, why: string): [] {
  refuseRow(move, row, why);
  return [];
}

/** Percent, in basis points. */
function shareOf(move: Move, row: OldRow, typed: unknown): number {
  const share = amountOf(typed ?? 0)?.minor ?? -1;
  if (share >= 0 && share <= 10_000) return share;
  tell(move, row, `a share of ${String(typed)} % is none: set it under Staff`);
  return 0;
}

/** Who and what nobody wrote down. Put away, so that nobody is booked for it. */
export function unnamed({ scope, at, currency }: Move) {
  const { tenantId } = scope;
  const [staffId, serviceId] = [madeId(`nobody ${tenantId}`), madeId(`nothing ${tenantId}`)];
  const words = { tenantId, createdAt: at, archivedAt: at, active: false };
  return {
    staffId,
    serviceId,
    async write(needed: { staff: boolean; service: boolean }): Promise<void> {
      if (needed.staff)
        await scope.tx
          .insert(staff)
          .values({
            ...words,
            id: staffId,
            name: "Not written down",
            colour: staffColours.at(-1)!.value,
            position: 999,
          })
          .onConflictDoNothing();
      if (needed.service)
        await scope.tx
          .insert(services)
          .values({
            ...{ ...words, id: serviceId, name: "Not written down", category: "other", priceMinor: 0, currency },
            ...{ segments: [{ kind: "work" as const, minutes: 30 }], durationMinutes: 30, position: 999 },
          })
          .onConflictDoNothing();
    },
  };
}
