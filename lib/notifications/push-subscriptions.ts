import { and, count, eq, sql } from "drizzle-orm";
import { pushSubscriptions } from "@/db/schema/notifications";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { Browser } from "./transports/transport";
import { isPushAddress } from "./transports/webpush";

const mostOfOne = 20;

const whose = ({ actor }: Scope): string => {
  if (actor.kind !== "member") throw new Error("only members have browsers of their own here");
  return actor.userId;
};

/** A browser of the member's is told of things from now on; one that was somebody else's before is theirs. */
export async function keepBrowser(
  scope: Scope,
  { sessionId, ...browser }: Browser & { sessionId: string },
): Promise<Result<{ id: string }, { refusal: "unknown_maker" | "too_many" }>> {
  if (!isPushAddress(browser.endpoint)) return refuse("unknown_maker");
  const userId = whose(scope);
  const [have] = await scope.tx
    .select({ many: count() })
    .from(pushSubscriptions)
    .where(and(eq(pushSubscriptions.tenantId, scope.tenantId), eq(pushSubscriptions.userId, userId)));
  if (have!.many >= mostOfOne) return refuse("too_many");
  const [kept] = await scope.tx
    .insert(pushSubscriptions)
    .values({ tenantId: scope.tenantId, id: newId(), userId, sessionId, ...browser, createdAt: now() })
    .onConflictDoUpdate({
      target: [pushSubscriptions.tenantId, pushSubscriptions.endpoint],
      // What waits for whoever had it before names the old id, and goes nowhere.
      set: {
        id: sql`case when ${pushSubscriptions.userId} = excluded.user_id then ${pushSubscriptions.id} else excluded.id end`,
        userId,
        sessionId,
        p256dh: sql`excluded.p256dh`,
        auth: sql`excluded.auth`,
      },
    })
    .returning({ id: pushSubscriptions.id });
  return ok(kept!);
}

/** A browser that was turned on before goes along to a new sign-in of the same person; false when it is not theirs. */
export async function renewBrowser(
  scope: Scope,
  { endpoint, ...renewed }: Browser & { sessionId: string },
): Promise<boolean> {
  const found = await scope.tx
    .update(pushSubscriptions)
    .set(renewed)
    .where(ownBrowser(scope, endpoint))
    .returning({ id: pushSubscriptions.id });
  return found.length > 0;
}

const ownBrowser = (scope: Scope, endpoint: string) =>
  and(
    eq(pushSubscriptions.tenantId, scope.tenantId),
    eq(pushSubscriptions.userId, whose(scope)),
    eq(pushSubscriptions.endpoint, endpoint),
  );

/** Answers whether it was told of things before. */
export async function forgetBrowser(scope: Scope, endpoint: string): Promise<boolean> {
  const gone = await scope.tx
    .delete(pushSubscriptions)
    .where(ownBrowser(scope, endpoint))
    .returning({ id: pushSubscriptions.id });
  return gone.length > 0;
}
