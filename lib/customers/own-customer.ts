import { and, eq, isNull, or, sql } from "drizzle-orm";
import { customers, type Wishes } from "@/db/schema/customers";
import { recordAudit } from "@/lib/auth/audit";
import type { Language } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { requireRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import { restoreByPhone } from "./archive-customer";
import { releasePhone } from "./change-own-phone";
import { addCustomer } from "./customer-by-phone";
import { isGone } from "./gone";

export type OwnCustomer = {
  id: string;
  name: string;
  email: string | null;
  /** What the business reaches them at: not always the one they sign in with. */
  phone: string | null;
  language: "en" | "sw";
  wishes: Wishes;
};

type Verified = { accountId: string; phone: string };

/**
 * The account's customer at this business: one that has been theirs, or one with the verified phone, which becomes theirs.
 * Another account's stays its own, whatever its phone is. Null when this business does not know them yet.
 */
export async function ownCustomer(scope: Scope, verified: Verified): Promise<OwnCustomer | null> {
  const found = await findOwn(scope, verified);
  if (!found) return null;
  const { accountId: linked, ...own } = found;
  if (linked === null) {
    await scope.tx
      .update(customers)
      .set({ accountId: verified.accountId })
      .where(and(eq(customers.tenantId, scope.tenantId), eq(customers.id, own.id)));
    await recordAudit(scope, { action: "customer.linked", entity: "customer", entityId: own.id, customerId: own.id });
  }
  return own;
}

/** What they read here. Looking it up makes nobody theirs. */
export const ownLanguage = async (scope: Scope, verified: Verified): Promise<Language | null> =>
  (await findOwn(scope, verified))?.language ?? null;

async function findOwn(scope: Scope, { accountId, phone }: Verified) {
  const [found] = await scope.tx
    .select({
      id: customers.id,
      name: customers.name,
      email: customers.email,
      phone: customers.phone,
      language: customers.language,
      wishes: customers.wishes,
      accountId: customers.accountId,
    })
    .from(customers)
    .where(
      and(
        eq(customers.tenantId, scope.tenantId),
        isNull(customers.archivedAt),
        or(eq(customers.accountId, accountId), and(eq(customers.phone, phone), isNull(customers.accountId))),
      ),
    )
    .orderBy(sql`${customers.phone} = ${phone} desc nulls last`, customers.createdAt, customers.id)
    .limit(1);
  return found ?? null;
}

/** Makes the account a customer here, under the name it gives itself. */
export async function becomeCustomer(
  scope: Scope,
  verified: Verified,
  name: string,
  language: Language = "en",
): Promise<OwnCustomer> {
  const known = await ownCustomer(scope, verified);
  if (known) return known;
  await requireRoom(scope, "activeCustomers");
  await releasePhone(scope, verified.phone, verified.accountId);
  const added = await addCustomer(scope, { id: newId(), name, language, ...verified });
  // Whoever was put away and comes in by themself is there again.
  if (!added) await restoreByPhone(scope, verified.phone);
  const own = await ownCustomer(scope, verified);
  if (!own) throw new Error("the new customer is not there");
  if (added)
    await recordAudit(scope, {
      action: "customer.added",
      entity: "customer",
      entityId: own.id,
      customerId: own.id,
      after: { name, phone: verified.phone },
    });
  return own;
}

/** Themself, under whatever number this business knows them by, and the children they answer for. */
export async function familyOf(scope: Scope, customerId: string): Promise<string[]> {
  const rows = await scope.tx.execute<{ id: string }>(sql`
    with self as (
      select s.id from customers c join customers s on s.tenant_id = c.tenant_id and (s.id = c.id or s.account_id = c.account_id)
      where c.tenant_id = ${scope.tenantId} and c.id = ${customerId})
    select id from customers where tenant_id = ${scope.tenantId} and archived_at is null
      and (id in (select id from self) or guardian_id in (select id from self))`);
  return rows.map((row) => row.id);
}

export type OwnChild = {
  id: string;
  name: string;
  /** `MM-DD` */
  birthday: string | null;
  archived: boolean;
  /** Has a phone or an account: nobody else says who they are, or puts them away. */
  onTheirOwn: boolean;
};

/** The children they answer for here, by name; those who were put away last. Whoever is gone is not among them. */
export async function childrenOf(scope: Scope, customerId: string): Promise<OwnChild[]> {
  const rows = await scope.tx.execute<OwnChild>(sql`
    select k.id, k.name, k.birthday, k.archived_at is not null as archived,
      k.phone is not null or k.account_id is not null as "onTheirOwn" from customers c
    join customers s on s.tenant_id = c.tenant_id and (s.id = c.id or s.account_id = c.account_id)
    join customers k on k.tenant_id = s.tenant_id and k.guardian_id = s.id
    where c.tenant_id = ${scope.tenantId} and c.id = ${customerId}
      and (k.archived_at is null or not ${isGone({ tenantId: sql`k.tenant_id`, id: sql`k.id` })})
    order by archived, k.name, k.id`);
  return [...rows];
}
