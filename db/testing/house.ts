import postgres from "postgres";
import { newId } from "@/lib/platform/ids";

/** A small business to test with: open every day from 08:00 to 20:00 in Nairobi, `staff` people who can all do `services`. */
export async function makeHouse(
  options: {
    staff?: number;
    services?: { name: string; minutes: number; priceMinor?: number }[];
    noticeMinutes?: number;
    name?: string;
    /** Where; otherwise the database that the environment names. */
    platformUrl?: string;
  } = {},
) {
  const sql = postgres(options.platformUrl ?? process.env.DATABASE_PLATFORM_URL!, { max: 1, onnotice: () => {} });
  const tenantId = newId();
  const slug = `house-${tenantId.slice(-12)}`;
  const policy = {
    noticeMinutes: options.noticeMinutes ?? 0,
    horizonDays: 60,
    stepMinutes: 30,
    buffers: "larger",
    confirm: "auto",
  };
  const people = Array.from({ length: options.staff ?? 1 }, (_, n) => ({ id: newId(), name: `Staff ${n + 1}`, n }));
  const offered = (options.services ?? [{ name: "Cut", minutes: 60 }]).map((service, n) => ({
    id: newId(),
    n,
    ...service,
  }));
  try {
    await sql.begin(async (tx) => {
      await tx`insert into tenants (id, slug, name, business_type, city, phone, time_zone, status, policy)
        values (${tenantId}, ${slug}, ${options.name ?? "Test House"}, 'salon', 'Nairobi', '+254700000000', 'Africa/Nairobi', 'active', ${tx.json(policy)})`;
      for (const { id, name, n } of people) {
        await tx`insert into staff (tenant_id, id, name, colour, position) values (${tenantId}, ${id}, ${name}, '#0f766e', ${n})`;
        for (let weekday = 0; weekday < 7; weekday++) {
          await tx`insert into staff_hours (tenant_id, id, staff_id, weekday, from_minute, to_minute)
            values (${tenantId}, ${newId()}, ${id}, ${weekday}, 480, 1200)`;
        }
      }
      for (const { id, name, minutes, priceMinor, n } of offered) {
        await tx`insert into services (tenant_id, id, name, category, segments, duration_minutes, price_minor, currency, position)
          values (${tenantId}, ${id}, ${name}, 'hair', ${tx.json([{ kind: "work", minutes }])}, ${minutes}, ${priceMinor ?? 150_000}, 'KES', ${n})`;
        for (const person of people) {
          await tx`insert into staff_services (tenant_id, staff_id, service_id) values (${tenantId}, ${person.id}, ${id})`;
        }
      }
    });
  } finally {
    await sql.end();
  }
  return { tenantId, slug, staffIds: people.map((p) => p.id), serviceIds: offered.map((s) => s.id) };
}

export type House = Awaited<ReturnType<typeof makeHouse>>;
