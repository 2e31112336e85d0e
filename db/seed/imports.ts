import type { TransactionSql } from "postgres";
import { addDays } from "@/lib/platform/calendar";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId, firstDemoId, lastDemoId } from "./stable";
import { clock } from "./wall-clock";

const dropped = [
  ["Bridal trial", "Bridal", 90, 450_000],
  ["Bridal day", "Bridal", 180, 1_200_000],
] as const;

/** Once: a list of customers that was read in, with a row to put right, and one of services that was taken back. */
export async function seedImports(
  sql: TransactionSql,
  business: DemoBusiness,
  today: string,
  now: Date,
): Promise<void> {
  const tenantId = tenantIdOf(business);
  const [there] = await sql`select 1 from imports where tenant_id = ${tenantId}`;
  const [author] = await sql<{ id: string }[]>`select id from users where email = ${`owner@${business.slug}.test`}`;
  if (there || !author) return;
  const at = (daysAgo: number, minute: number) =>
    new Date(Math.min(clock(addDays(today, -daysAgo), minute, business.timeZone).getTime(), now.getTime()));
  // Who has not booked yet was brought along from somewhere.
  const customers = await sql<{ id: string }[]>`
    select c.id from customers c where c.tenant_id = ${tenantId} and c.id between ${firstDemoId} and ${lastDemoId}
      and c.archived_at is null and c.name <> 'Guest'
      and not exists (select from bookings b where b.tenant_id = c.tenant_id and b.customer_id = c.id)
    order by c.id limit 3`;
  const services = dropped.map(([name, category, minutes, price], n) => ({
    ...{ tenant_id: tenantId, id: demoId(`import/service/${n}`), name, category, price_minor: price, currency: "KES" },
    ...{ segments: [{ kind: "work", minutes }], duration_minutes: minutes, position: 900 + n },
    ...{ active: false, created_at: at(9, 960), archived_at: at(9, 970) },
  }));
  await insertRows(sql, "services", services);
  const list = { tenant_id: tenantId, by_user_id: author.id };
  const [phoneId, priceId] = [demoId("import/phone"), demoId("import/prices")];
  await insertRows(sql, "imports", [
    {
      ...{ ...list, id: phoneId, kind: "customers", file_name: "phone-contacts.csv", header: ["Name", "Mobile"] },
      ...{ mapping: { name: 0, phone: 1 }, status: "done", rows: customers.length + 2 },
      ...{ created_at: at(2, 598), started_at: at(2, 600), ended_at: at(2, 600) },
    },
    {
      ...{ ...list, id: priceId, kind: "services", file_name: "bridal-prices.csv" },
      ...{ header: ["Service", "Category", "Minutes", "Price"], rows: services.length },
      ...{ mapping: { name: 0, category: 1, minutes: 2, price: 3 }, status: "undone" },
      ...{ created_at: at(9, 958), started_at: at(9, 960), ended_at: at(9, 970) },
    },
  ]);
  const row = { tenant_id: tenantId, import_id: phoneId, problem: "", cells: null as string[] | null };
  await insertRows(sql, "import_rows", [
    ...customers.map(({ id }, n) => ({ ...row, line: n + 2, outcome: "added", customer_id: id, made_id: null })),
    { ...row, line: 5, outcome: "known", customer_id: null, made_id: null },
    {
      ...{ ...row, line: 6, outcome: "wrong", customer_id: null, made_id: null, cells: ["Auntie", "0722"] },
      problem: "Phone “0722” is not a number we can call",
    },
    ...services.map(({ id }, n) => ({
      ...{ ...row, import_id: priceId, line: n + 2, outcome: "taken_back", customer_id: null, made_id: id },
    })),
  ]);
}

/** One booking to come waits to be told whose it is: made as Mary, on somebody else's number. */
export async function leaveWhose(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenantId = tenantIdOf(business);
  await sql`
    update bookings set booked_as = booked_as || '{"name": "Mary Njambi"}' where tenant_id = ${tenantId} and id = (
      select b.id from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
      where b.tenant_id = ${tenantId} and b.id between ${firstDemoId} and ${lastDemoId} and b.status = 'confirmed'
        and b.starts_at > ${now} and b.series_id is null and b.booked_as->>'name' = c.name and c.phone is not null
        and c.name <> 'Guest'
        and not exists (select from booking_handovers h where h.tenant_id = b.tenant_id and h.booking_id = b.id)
      order by b.starts_at, b.id limit 1)
      and not exists (select from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
        where b.tenant_id = ${tenantId} and b.status = 'confirmed' and b.starts_at > ${now}
          and b.booked_as->>'name' <> c.name)
      and not exists (select from booking_handovers h where h.tenant_id = ${tenantId})`;
}
