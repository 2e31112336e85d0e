import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import type { AuditFilters } from "./audit-query";
import { type Cipher, ownerOf, personalCiphers } from "./personal-keys";

export type Values = Record<string, unknown>;

export type AuditEntry = {
  id: string;
  at: string;
  actor: "member" | "api" | "user" | "admin" | "system" | "customer" | "public";
  /** Of members, keys, and of people at their own login; who works for the platform is not told by name. */
  who: string | null;
  action: string;
  entity: string;
  entityId: string;
  /** What it was done to, by the name it has now. */
  about: string | null;
  before: Values | null;
  after: Values | null;
  /** The customer, or the person, whose values these were has been erased, and the values with them. */
  erased: boolean;
  address: string;
};

type Row = Omit<AuditEntry, "before" | "after" | "erased" | "entityId"> & {
  entity_id: string;
  customer_id: string | null;
  person_id: string | null;
  before: string | null;
  after: string | null;
};

const isNamed = sql`e.actor->>'kind' in ('member', 'user')`;

/** So many entries one file holds at most. */
export const mostExported = 10_000;

/** Who did what, newest first; two statements, however many entries and people. */
export async function listAudit(
  scope: Scope,
  filters: AuditFilters & { entityId?: string },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const rows = await scope.tx.execute<Row>(sql`
    select e.id, e.at, e.actor->>'kind' as actor,
      case when ${isNamed} then u.name else k.name end as who,
      e.action, e.entity, e.entity_id, coalesce(about.name, given.name, invited.destination, c.name, served.name, sold.name, stocked.name, had.name, booked.reference) as about,
      e.customer_id, e.person_id, e.before, e.after,
      case when e.actor->>'kind' = 'admin' then '' else e.address end as address
    from audit_entries e
    join tenants t on t.id = e.tenant_id
    left join users u on u.id = e.user_id
    left join api_keys k on e.actor->>'kind' = 'api' and k.tenant_id = e.tenant_id and k.id = (e.actor->>'keyId')::uuid
    left join api_keys given on e.entity = 'api_key' and given.tenant_id = e.tenant_id and given.id = e.entity_id
    left join users about on e.entity = 'user' and about.id = e.entity_id
    left join invitations invited
      on e.entity = 'invitation' and invited.tenant_id = e.tenant_id and invited.id = e.entity_id
    left join bookings booked on e.entity = 'booking' and booked.tenant_id = e.tenant_id and booked.id = e.entity_id
    left join visits happened on e.entity = 'visit' and happened.tenant_id = e.tenant_id and happened.id = e.entity_id
    left join customers c on e.entity in ('customer', 'visit') and c.tenant_id = e.tenant_id
      and c.id = coalesce(happened.customer_id, e.entity_id)
    left join staff served on e.entity = 'staff' and served.tenant_id = e.tenant_id and served.id = e.entity_id
    left join resources had on e.entity = 'resource' and had.tenant_id = e.tenant_id and had.id = e.entity_id
    left join services sold on e.entity = 'service' and sold.tenant_id = e.tenant_id and sold.id = e.entity_id
    left join products stocked on e.entity = 'product' and stocked.tenant_id = e.tenant_id and stocked.id = e.entity_id
    where e.tenant_id = ${scope.tenantId} ${asked(filters)} ${after(scope, cursor)}
    order by e.at desc, e.id desc limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const owners = new Map(
    shown.flatMap((row) => {
      const owner = ownerOf(row.customer_id, row.person_id);
      return owner ? [[owner.id, owner] as const] : [];
    }),
  );
  const ciphers = await personalCiphers(scope, [...owners.values()]);
  return {
    items: shown.map((row) => entryOf(row, ciphers)),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

const asked = ({ member, action, entity, entityId, from, to }: AuditFilters & { entityId?: string }): SQL => sql`
  ${entityId ? sql`and e.entity_id = ${entityId}` : sql``}
  ${member ? sql`and e.user_id = ${member} and ${isNamed}` : sql``}
  ${action ? sql`and e.action = ${action}` : sql``}
  ${entity ? sql`and e.entity = ${entity}` : sql``}
  ${from ? sql`and e.at >= (${from}::date)::timestamp at time zone t.time_zone` : sql``}
  ${to ? sql`and e.at < (${to}::date + 1)::timestamp at time zone t.time_zone` : sql``}`;

const after = ({ tenantId }: Scope, cursor: string | undefined): SQL =>
  cursor
    ? sql`and (e.at, e.id) < (select c.at, c.id from audit_entries c where c.tenant_id = ${tenantId} and c.id = ${cursor})`
    : sql``;

function entryOf({ entity_id, customer_id, person_id, ...row }: Row, ciphers: Map<string, Cipher>): AuditEntry {
  const owner = ownerOf(customer_id, person_id);
  const cipher = owner ? ciphers.get(owner.id) : undefined;
  const erased = owner !== null && !cipher && (row.before !== null || row.after !== null);
  const open = (text: string | null): Values | null =>
    text === null || erased ? null : (JSON.parse(cipher ? cipher.unseal(text) : text) as Values);
  return {
    ...row,
    entityId: entity_id,
    at: new Date(row.at).toISOString(),
    before: open(row.before),
    after: open(row.after),
    erased,
  };
}

/** Whether this id may serve as a cursor. */
export async function isAuditEntry(scope: Scope, id: string): Promise<boolean> {
  const found = await scope.tx.execute(
    sql`select 1 from audit_entries where tenant_id = ${scope.tenantId} and id = ${id}`,
  );
  return found.length > 0;
}

export type AuditChoices = { people: { id: string; name: string }[]; actions: string[]; entities: string[] };

/** What the log can be narrowed to: what stands in it. */
export async function auditChoices(scope: Scope): Promise<AuditChoices> {
  const [people, deeds] = await Promise.all([
    scope.tx.execute<{ id: string; name: string }>(sql`
      select distinct u.id, u.name from audit_entries e join users u on u.id = e.user_id
      where e.tenant_id = ${scope.tenantId} and ${isNamed} order by u.name, u.id`),
    scope.tx.execute<{ action: string; entity: string }>(sql`
      select distinct action, entity from audit_entries where tenant_id = ${scope.tenantId} order by action`),
  ]);
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    actions: [...new Set(deeds.map(({ action }) => action))],
    entities: [...new Set(deeds.map(({ entity }) => entity))].sort(),
  };
}
