import postgres from "postgres";
import { insertRows } from "@/db/seed/rows";
import { type InLane, seat } from "@/lib/availability/lanes";
import { addDays, atMinute } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import { seeded } from "./numbers";

export const zone = "Africa/Nairobi";

type Kind = { name: string; segments: [kind: "work" | "gap", minutes: number][]; after: number; pool: number };

/** What a salon sells, with processing gaps and buffers; each needs a chair, a basin or the room. */
const sold: Kind[] = [
  { name: "Cut", segments: [["work", 45]], after: 5, pool: 0 },
  {
    name: "Colour",
    segments: [
      ["work", 40],
      ["gap", 35],
      ["work", 30],
    ],
    after: 10,
    pool: 0,
  },
  { name: "Wash", segments: [["work", 30]], after: 0, pool: 1 },
  { name: "Massage", segments: [["work", 60]], after: 15, pool: 2 },
];
const pools = [
  { name: "Chair", quantity: 9 },
  { name: "Basin", quantity: 3 },
  { name: "Room", quantity: 2 },
];

export type Month = {
  tenantId: string;
  staffIds: string[];
  /** Each service with the pool that it needs. */
  services: { id: string; poolId: string }[];
  from: string;
  to: string;
};
type Size = { staff: number; bookings: number; from: string; days: number };

/** A tenant with that many bookings in the month that begins with `from`, three pools, breaks, time off and a closed day. */
export async function fillMonth(platformUrl: string, size: Size): Promise<Month> {
  const sql = postgres(platformUrl, { max: 1, onnotice: () => {} });
  const tenant_id = newId();
  const staffIds = Array.from({ length: size.staff }, () => newId());
  const poolIds = pools.map(() => newId());
  const services = sold.map((kind) => ({ ...kind, id: newId() }));
  const date = (day: number) => addDays(size.from, day);
  try {
    await sql.begin(async (tx) => {
      const policy = {
        noticeMinutes: 30,
        horizonDays: 62,
        stepMinutes: 15,
        buffers: "larger",
        confirm: "auto",
        closedOnHolidays: true,
      };
      await tx`insert into tenants (id, slug, name, business_type, city, phone, time_zone, status, policy)
        values (${tenant_id}, ${`month-${size.staff}`}, 'Month', 'salon', 'Nairobi', '+254700000000', ${zone}, 'active', ${tx.json(policy)})`;
      await insertRows(
        tx,
        "staff",
        staffIds.map((id, position) => ({
          tenant_id,
          id,
          name: `Staff ${position}`,
          colour: "#0f766e",
          title: "",
          position,
          active: true,
          created_at: new Date(),
        })),
      );
      await insertRows(
        tx,
        "staff_hours",
        staffIds.flatMap((staff_id) =>
          [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
            tenant_id,
            id: newId(),
            staff_id,
            weekday,
            from_minute: 480,
            to_minute: 1140,
          })),
        ),
      );
      await insertRows(
        tx,
        "staff_breaks",
        staffIds.flatMap((staff_id) =>
          [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
            tenant_id,
            id: newId(),
            staff_id,
            weekday,
            from_minute: 780,
            to_minute: 810,
          })),
        ),
      );
      await insertRows(
        tx,
        "time_off",
        staffIds.map((staff_id, n) => ({
          tenant_id,
          id: newId(),
          staff_id,
          span: `[${clock(date(20 + (n % 8)), 480)},${clock(date(20 + (n % 8)), 1140)})`,
          status: "approved",
          reason: "",
          asked_at: new Date(),
        })),
      );
      await insertRows(tx, "business_days", [
        { tenant_id, date: date(28), windows: [], reason: "Stocktaking", created_at: new Date() },
      ]);
      await insertRows(
        tx,
        "services",
        services.map(({ id, name, segments, after }) => ({
          tenant_id,
          id,
          name,
          category: "hair",
          description: "",
          segments: segments.map(([kind, minutes]) => ({ kind, minutes })),
          duration_minutes: segments.reduce((sum, [, minutes]) => sum + minutes, 0),
          price_minor: 150_000,
          currency: "KES",
          buffer_before_minutes: 0,
          buffer_after_minutes: after,
          seats: 1,
          position: 0,
          active: true,
          created_at: new Date(),
        })),
      );
      await insertRows(
        tx,
        "staff_services",
        staffIds.flatMap((staff_id) => services.map(({ id }) => ({ tenant_id, staff_id, service_id: id }))),
      );
      await insertRows(
        tx,
        "resources",
        pools.map(({ name, quantity }, n) => ({
          tenant_id,
          id: poolIds[n],
          name,
          quantity,
          position: n,
          created_at: new Date(),
        })),
      );
      await insertRows(
        tx,
        "service_resources",
        services.map(({ id, pool }) => ({ tenant_id, service_id: id, resource_id: poolIds[pool] })),
      );
      const rows = bookedRows({ ...size, tenant_id, staffIds, poolIds });
      await insertRows(tx, "occupancies", rows, "fresh");
    });
    await sql`analyze`;
  } finally {
    await sql.end();
  }
  return {
    tenantId: tenant_id,
    staffIds,
    services: services.map(({ id, pool }) => ({ id, poolId: poolIds[pool]! })),
    from: size.from,
    to: date(size.days - 1),
  };
}

const clock = (date: string, minute: number) => atMinute(date, minute, zone).toISOString();

type Fill = Size & { tenant_id: string; staffIds: string[]; poolIds: string[] };

/** Bookings drawn at random until there are enough; what has no time or no chair left is drawn again. */
function bookedRows({ bookings, from, days, tenant_id, staffIds, poolIds }: Fill) {
  const random = seeded(20_261_128);
  const busy = new Map<string, { from: number; to: number }[]>();
  const sitting = new Map<string, InLane[]>();
  const rows: Record<string, unknown>[] = [];
  for (let made = 0, tries = 0; made < bookings && tries < bookings * 400; tries++) {
    const kind = sold[Math.floor(random() * sold.length)]!;
    const staffId = staffIds[Math.floor(random() * staffIds.length)]!;
    const day = Math.floor(random() * days);
    const start = day * 1440 + 480 + Math.floor(random() * 44) * 15;
    let at = start;
    const work = kind.segments.flatMap(([what, minutes]) => {
      at += minutes;
      return what === "work" ? [{ from: at - minutes, to: at }] : [];
    });
    const own = busy.get(staffId) ?? [];
    if (at % 1440 > 1140 || work.some((w) => own.some((b) => w.from < b.to + 15 && b.from < w.to + 15))) continue;
    const pool = kind.pool;
    const there = sitting.get(poolIds[pool]!) ?? [];
    const seating = seat(
      there.filter((one) => Math.abs(one.from - start) < 1440),
      { from: start, to: at },
      pools[pool]!.quantity,
    );
    if (!seating || seating.moved.length > 0) continue;
    busy.set(staffId, [...own, ...work]);
    sitting.set(poolIds[pool]!, [...there, { id: String(made), from: start, to: at, lane: seating.lane }]);
    const common = { tenant_id, active: true, source: "booking", buffer_before_minutes: 0 };
    const spanOf = (span: { from: number; to: number }) => `[${clock(from, span.from)},${clock(from, span.to)})`;
    for (const one of work)
      rows.push({
        ...common,
        id: newId(),
        staff_id: staffId,
        resource_id: null,
        span: spanOf(one),
        lanes: "[0,)",
        buffer_after_minutes: kind.after,
      });
    rows.push({
      ...common,
      id: newId(),
      staff_id: null,
      resource_id: poolIds[pool],
      span: spanOf({ from: start, to: at }),
      lanes: `[${seating.lane},${seating.lane + 1})`,
      buffer_after_minutes: 0,
    });
    made++;
    if (made === bookings) return rows;
  }
  throw new Error("the month is too short for so many bookings");
}
