import { sql } from "drizzle-orm";
import { shown } from "@/lib/customers/consent-words";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { uuids } from "@/lib/platform/uuids";
import { roomLeft } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { How, Kind, Outcome, Row } from "./kind";
import { type ReadCustomer, readCustomer } from "./read-customer";
import { touchedCustomers } from "./touched-customers";

type Nothing = Record<never, never>;

/** By number, or by name where there is none. */
const keyOf = ({ phone, name }: Pick<ReadCustomer, "phone" | "name">) => phone ?? `name ${name.toLowerCase()}`;

export const customerKind: Kind<ReadCustomer, Nothing> = {
  batch: 1_000,
  around: async () => ({}),
  read: (cell, { today }) => readCustomer(cell, today),
  keyOf,

  async known({ tx, tenantId }, customers, { importId }) {
    const asked = customers.map(({ phone, name }) => ({ phone, name: phone ? null : name.toLowerCase() }));
    const rows = await tx.execute<{ phone: string | null; name: string; here: boolean }>(sql`
      select c.phone, c.name, exists (select 1 from import_rows r
        where r.tenant_id = c.tenant_id and r.customer_id = c.id and r.import_id = ${importId}) as here
      from customers c
      where c.tenant_id = ${tenantId} and c.archived_at is null and (
        c.phone in (select phone from json_to_recordset(${JSON.stringify(asked)}::text::json) as a (phone text) where phone is not null)
        or c.phone is null and lower(c.name) in (
          select name from json_to_recordset(${JSON.stringify(asked)}::text::json) as a (name text) where name is not null))`);
    return new Map(rows.map((row) => [keyOf(row), row.here ? ("here" as const) : ("before" as const)]));
  },

  async remarks(scope, rows) {
    const allowed = rows.filter(({ it }) => it.allowedOn !== null).length;
    const room = (await roomLeft(scope, "activeCustomers"))?.room;
    const reached = rows.filter(({ it }) => it.phone !== null).length;
    return [
      ...(allowed > 0 ? [`Of the new ones ${allowed} allow offers and news, with the day they said so.`] : []),
      ...(room !== undefined && room < reached
        ? [`Your plan holds ${Math.max(room, 0)} more customers with a phone. The others are kept in a file for later.`]
        : []),
    ];
  },

  write,

  /** Their rows stay empty, as nothing of customers is ever deleted. */
  async takeBack(scope, rows) {
    const { tx, tenantId } = scope;
    const ids = rows.map(({ customerId }) => customerId!);
    // Held until the end, so that nobody is booked for while they are taken back.
    await tx.execute(sql`
      select id from customers where tenant_id = ${tenantId} and id = any(${uuids(ids)}) order by id for update`);
    const touched = await touchedCustomers(scope, ids);
    const alone = rows.filter(({ customerId }) => !touched.has(customerId!));
    await tx.execute(sql`
      update customers set name = 'Taken back', phone = null, email = null, location = '', birthday = null, tags = '{}',
        allergies = '', notes = '', service_notes = '', archived_at = ${now().toISOString()}
      where tenant_id = ${tenantId} and id = any(${uuids(alone.map(({ customerId }) => customerId!))})`);
    return alone.map(({ line }) => line);
  },
};

/** Adds who is new, as far as the plan holds them. Who was added by somebody else meanwhile is known. */
async function write(scope: Scope, rows: readonly Row<ReadCustomer>[], how: How<Nothing>): Promise<Outcome[]> {
  const { tx, tenantId } = scope;
  let room = (await roomLeft(scope, "activeCustomers"))?.room ?? Number.POSITIVE_INFINITY;
  // Who cannot be reached is not counted.
  const fits = rows.map(({ line, it }) => ({ line, it, id: it.phone && room-- < 1 ? null : newId() }));
  const fresh = fits.flatMap(({ it, id }) => (id ? [{ id, ...it }] : []));
  const at = now().toISOString();
  const made = await tx.execute<{ id: string }>(sql`
    insert into customers (tenant_id, id, name, phone, email, location, birthday, tags, allergies, notes, service_notes, language, created_at)
    select ${tenantId}, r.id, r.name, r.phone, r.email, r.location, r.birthday, array(select json_array_elements_text(r.tags)),
      r.allergies, r.notes, r."serviceNotes", r.language, ${at}
    from json_to_recordset(${JSON.stringify(fresh)}::text::json) as r (id uuid, name text, phone text, email text, location text,
      birthday text, tags json, allergies text, notes text, "serviceNotes" text, language text)
    on conflict do nothing returning id`);
  const added = new Set(made.map(({ id }) => id));
  const allowed = fresh.flatMap(({ id, allowedOn }) =>
    allowedOn && added.has(id) ? [{ id: newId(), customer: id, day: allowedOn }] : [],
  );
  await tx.execute(sql`
    insert into consents (tenant_id, id, customer_id, purpose, channel, granted, wording, source, created_at)
    select ${tenantId}, r.id, r.customer, 'marketing', 'any', true, ${shown.imported}, 'import',
      least((r.day + time '00:00') at time zone ${how.timeZone}, ${at}::timestamptz)
    from json_to_recordset(${JSON.stringify(allowed)}::text::json) as r (id uuid, customer uuid, day date)`);
  return fits.map(({ line, id }): Outcome => {
    if (!id) return { line, outcome: "full", problem: "The plan holds no more customers" };
    return added.has(id) ? { line, outcome: "added", customerId: id } : { line, outcome: "known" };
  });
}
