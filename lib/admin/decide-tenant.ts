import { and, eq, gt, isNull, or } from "drizzle-orm";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { queueMessage } from "@/lib/notifications/queue-message";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { isId, newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { startTrial } from "@/lib/subscriptions/start-trial";
import { ownersOf } from "@/lib/tenancy/owners-of";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { decidedWords } from "./decided-words";
import { type Decision, decisions, type TenantStatus } from "./rules";

export type Decided = Result<
  { status: TenantStatus },
  | { refusal: "unknown" }
  | { refusal: "needs_reason" }
  | { refusal: "is_closing" }
  | { refusal: "not_possible"; status: TenantStatus }
>;

/** Less than this tells an owner nothing. */
const leastReason = 3;

type Admin = Extract<Actor, { kind: "admin" }>;

/**
 * Opens, rejects, suspends or reopens a business, in its own scope: status, audit entry, event and the owners' messages
 * are one transaction. The status it must come from is part of the update, so of two admins only one decides.
 */
export async function decideTenant(tenantId: string, admin: Admin, decision: Decision, reason = ""): Promise<Decided> {
  if (!isId(tenantId)) return refuse("unknown");
  const { from, to, needsReason } = decisions[decision];
  if (needsReason && reason.length < leastReason) return refuse("needs_reason");
  return withTenant<Decided>(tenantId, admin, async (scope) => {
    const business = and(eq(tenants.id, tenantId), eq(tenants.kind, "business"));
    const [decided] = await scope.tx
      .update(tenants)
      .set({
        ...{ status: to, statusReason: needsReason ? reason : "", decidedAt: now() },
        // Nobody was ever led to it: the addresses are there for others again.
        ...(decision === "reject" ? { formerSlugs: [] } : {}),
      })
      .where(and(business, eq(tenants.status, from), mayStillBe(decision)))
      .returning({ name: tenants.name, slug: tenants.slug });
    if (!decided) {
      const [stands] = await scope.tx
        .select({ status: tenants.status, closesAt: tenants.closesAt })
        .from(tenants)
        .where(business);
      if (!stands) return refuse("unknown");
      return stands.closesAt && stands.status === from
        ? refuse("is_closing")
        : refuse("not_possible", { status: stands.status });
    }
    await recordAudit(scope, {
      action: "tenant.decided",
      entity: "tenant",
      entityId: tenantId,
      before: { status: from },
      after: { status: to, reason },
    });
    recordEvent(scope, { name: "tenant.decided", tenantId, status: to });
    // One that came in suspended has never had a plan; nothing begins twice.
    if (to === "active") await startTrial(scope);
    const decisionId = newId();
    const { APP_URL } = env();
    const said = [decided.name, reason, `${APP_URL}/book/${decided.slug}`, `${APP_URL}/dashboard`] as const;
    for (const { channel, to: address, language } of await ownersOf(scope)) {
      await queueMessage(scope, {
        channel,
        to: address,
        template: `tenant-${decision}`,
        ...decidedWords[language][decision](...said),
        dedupeKey: `decision ${decisionId} ${address}`,
      });
    }
    return ok({ status: to });
  });
}

/** What its owner closes is opened for nobody, and what is being deleted not again. */
const mayStillBe = (decision: Decision) =>
  decision === "approve" ? isNull(tenants.closesAt) : or(isNull(tenants.closesAt), gt(tenants.closesAt, now()));
