import { auditEntries } from "@/db/schema/audit";
import { actorOf } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";
import { ownerOf, personalCipher } from "./personal-keys";

export type Deed = {
  /** subject.past_participle, as events are named. */
  action: string;
  entity: string;
  entityId: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Whose personal values before and after hold: they are sealed with this customer's key and vanish with it. */
  customerId?: string;
  /** The same where they are a login's, or those of somebody who is invited: the id of the user or of the invitation. */
  personId?: string;
};

/** Writes down who did what, in the transaction of the deed: both are kept or neither. */
export const recordAudit = (scope: Scope, deed: Deed): Promise<void> => recordAudits(scope, [deed]);

/** The same for several deeds at once. */
export async function recordAudits(scope: Scope, deeds: readonly Deed[]): Promise<void> {
  const rows: (typeof auditEntries.$inferInsert)[] = [];
  for (const deed of deeds) rows.push(await entryOf(scope, deed));
  if (rows.length > 0) await scope.tx.insert(auditEntries).values(rows);
}

async function entryOf(scope: Scope, deed: Deed): Promise<typeof auditEntries.$inferInsert> {
  const { actor } = scope;
  const words = (values: Record<string, unknown> | undefined) => (values ? JSON.stringify(values) : null);
  const owner = ownerOf(deed.customerId, deed.personId);
  const cipher = owner ? await personalCipher(scope, owner) : null;
  const kept = (values: Record<string, unknown> | undefined) => {
    const text = words(values);
    return text && cipher ? cipher.seal(text) : text;
  };
  return {
    tenantId: scope.tenantId,
    id: newId(),
    at: now(),
    actor: actorOf(scope),
    userId: "userId" in actor ? actor.userId : null,
    action: deed.action,
    entity: deed.entity,
    entityId: deed.entityId,
    customerId: deed.customerId ?? null,
    personId: deed.personId ?? null,
    before: kept(deed.before),
    after: kept(deed.after),
    address: actor.from?.address ?? "",
    requestId: actor.from?.requestId ?? "",
  };
}
