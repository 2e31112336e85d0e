import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { type ConsentChannel, type ConsentPurpose, consents, customers } from "@/db/schema/customers";
import { users } from "@/db/schema/people";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { WordingId } from "./consent-words";
import { type NotThere, notThere } from "./gone";

export type Said = {
  purpose: ConsentPurpose;
  channel?: ConsentChannel | undefined;
  granted: boolean;
  wording: WordingId;
  source: (typeof consents.$inferSelect)["source"];
};

/**
 * Writes down what a customer allowed or took back. The same once more is no news, and is not written again. Whoever was
 * put away may still say no, as what was sent to them earlier carries a way to; a yes is of no use to them.
 */
export async function sayConsent(
  scope: Scope,
  customerId: string,
  { channel = "any", ...said }: Said,
): Promise<Result<{ granted: boolean }, NotThere>> {
  const { tx, tenantId, actor } = scope;
  const one = and(eq(customers.tenantId, tenantId), eq(customers.id, customerId));
  // Two who speak at once are heard one after the other, so that the newest word is the last one said.
  const [known] = await tx.select({ archivedAt: customers.archivedAt }).from(customers).where(one).for("no key update");
  if (!known) return notThere(scope, customerId);
  if (known.archivedAt) {
    // Asked only now: whoever was merged while this waited is known to be.
    const why = await notThere(scope, customerId);
    if (said.granted || why.refusal !== "unknown_customer") return why;
  }
  const stands = await consentsOf(scope, customerId);
  const before = stands.find((one) => one.purpose === said.purpose && one.channel === channel);
  if (before?.granted === said.granted && before.wording === said.wording) return ok({ granted: said.granted });
  await tx.insert(consents).values({
    ...{ tenantId, id: newId(), customerId, channel, createdAt: now(), ...said },
    byUserId: "userId" in actor ? actor.userId : null,
  });
  recordEvent(scope, { name: "consent.changed", customerId, purpose: said.purpose, granted: said.granted });
  return ok({ granted: said.granted });
}

export type Consent = {
  purpose: ConsentPurpose;
  channel: ConsentChannel;
  granted: boolean;
  wording: string;
  source: Said["source"];
  at: string;
  by: string | null;
};

/** Everything that was said, the newest first. */
export async function consentHistory({ tx, tenantId }: Scope, customerId: string): Promise<Consent[]> {
  const rows = await tx
    .select({
      purpose: consents.purpose,
      channel: consents.channel,
      granted: consents.granted,
      wording: consents.wording,
      source: consents.source,
      at: consents.createdAt,
      by: users.name,
    })
    .from(consents)
    .leftJoin(users, eq(users.id, consents.byUserId))
    .where(and(eq(consents.tenantId, tenantId), eq(consents.customerId, customerId)))
    .orderBy(desc(consents.createdAt), desc(consents.id));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** What holds: the newest of each purpose and channel. */
export async function consentsOf(scope: Scope, customerId: string): Promise<Consent[]> {
  const all = await consentHistory(scope, customerId);
  return all.filter((one, at) => all.findIndex((e) => e.purpose === one.purpose && e.channel === one.channel) === at);
}

/** Whether the newest word on a purpose, for any channel, is yes. Nothing said is no. */
export const allows = (stands: readonly Consent[], purpose: ConsentPurpose): boolean =>
  stands.find((one) => one.purpose === purpose)?.granted ?? false;

/** Over `c`: the newest word on advertising by this channel, or by any; null where none was said. */
export const saidBy = (channel: SQL): SQL => sql`(select k.granted from consents k
  where k.tenant_id = c.tenant_id and k.customer_id = c.id and k.purpose = 'marketing' and k.channel in (${channel}, 'any')
  order by k.created_at desc, k.id desc limit 1)`;

/** Over `c`: that is yes, and by SMS they have not told their network to stop those. */
export const allowsBy = (channel: SQL): SQL => sql`(coalesce(${saidBy(channel)}, false)
  and (${channel} <> 'sms' or coalesce((c.wishes->>'bySms')::boolean, true)))`;

/** Over `c`: they may be sent advertising in one way at least. */
export const mayBeCourted = (): SQL =>
  sql`exists (select from unnest(array['sms', 'email', 'push']) as way where ${allowsBy(sql`way`)})`;

type Asked = { customerId: string | undefined; channel: Exclude<ConsentChannel, "any"> };

/** Which of these may be sent advertising: the newest word for the channel, or for any, is yes. One statement. */
export async function mayAdvertise({ tx, tenantId }: Scope, asked: readonly Asked[]): Promise<boolean[]> {
  const known = asked.flatMap(({ customerId }) => customerId ?? []);
  if (known.length === 0) return asked.map(() => false);
  const rows = await tx.execute<{ at: number }>(sql`
    select asked.at::int from json_to_recordset(${JSON.stringify(asked.map((one, at) => ({ ...one, at })))}::text::json)
      as asked ("customerId" uuid, channel text, at int)
    join customers c on c.tenant_id = ${tenantId} and c.id = asked."customerId" and c.archived_at is null
    where ${allowsBy(sql`asked.channel`)}`);
  const may = new Set(rows.map(({ at }) => at));
  return asked.map((_, at) => may.has(at));
}
