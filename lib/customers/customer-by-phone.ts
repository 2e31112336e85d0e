import { type SQL, sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Language } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { isGone } from "./gone";

/** Who nobody has a name for yet. */
export const nameless = "Guest";

/** Bookings to come that are neither cancelled nor done; `blocked`: the house books for them, they do not by themself. */
export type Known = { id: string; openBookings: number; blocked: boolean };

/** By their phone (E.164), or as one of the tenant's customers, who may have none: `isNew` has to be written down yet. */
export type KnownBy = { phone: string } | { customerId: string; isNew?: true };

/** Over customers `c`. */
export const isKnownBy = (who: KnownBy): SQL =>
  "phone" in who
    ? sql`c.phone = ${who.phone}`
    : sql`c.id = ${who.customerId} and not ${isGone({ tenantId: sql`c.tenant_id`, id: sql`c.id` })}`;

/** Over `c`. A child does not book where who answers for them may not. */
const isBlocked = sql`(c.status = 'blocked' or exists (select from customers g
  where g.tenant_id = c.tenant_id and g.id = c.guardian_id and g.status = 'blocked'))`;

/**
 * The tenant's customer who is known by this, or null. Whoever knows a number may book on it, so an existing
 * customer's name and e-mail are neither changed nor told.
 */
export async function findKnown(scope: Scope, who: KnownBy): Promise<Known | null> {
  const [row] = await scope.tx.execute<{ id: string; open: number; blocked: boolean }>(sql`
    select c.id, ${isBlocked} as blocked, (select count(*) from bookings b
      where b.tenant_id = c.tenant_id and b.customer_id = c.id and b.starts_at > ${now().toISOString()}
        and b.status in ('requested', 'held', 'confirmed'))::int as open
    from customers c where c.tenant_id = ${scope.tenantId} and ${isKnownBy(who)}`);
  return row ? { id: row.id, openBookings: row.open, blocked: row.blocked } : null;
}

type Typed = {
  id: string;
  name: string;
  phone: string | null;
  email?: string | undefined;
  /** Of whoever has shown that the phone is theirs. */
  accountId?: string;
  language?: Language | undefined;
};

/** What those are written to in who have chosen nothing. */
const languageOfHouse = (tenantId: string) =>
  sql`(select case when locale like 'sw%' then 'sw' else 'en' end from tenants where id = ${tenantId})`;

/**
 * False when somebody with this phone was added meanwhile. Whether the plan holds one more is asked before (`requireRoom`):
 * this is sent together with what points to the customer, and must not wait.
 */
export async function addCustomer(
  scope: Scope,
  { id, name, phone, email, accountId, language }: Typed,
): Promise<boolean> {
  const made = await scope.tx.execute(sql`
    insert into customers (tenant_id, id, name, phone, email, account_id, language, created_at)
    values (${scope.tenantId}, ${id}, ${name}, ${phone}, ${email || null}, ${accountId ?? null}, coalesce(${language ?? null}, ${languageOfHouse(scope.tenantId)}), ${now().toISOString()})
    on conflict do nothing returning id`);
  return made.length > 0;
}
