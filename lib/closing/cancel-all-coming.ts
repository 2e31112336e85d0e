import { and, eq, isNull } from "drizzle-orm";
import { due } from "@/db/schema/events";
import { planDue } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { cancelComing } from "./cancel-coming";

const kind = "cancel_coming";

/** Begins to cancel all that is to come; whoever asked may go. Asked once more while it is under way, it stays the one that it is. */
export async function beginCancelling(scope: Scope, userId: string): Promise<void> {
  const { tx, tenantId } = scope;
  const [under] = await tx
    .select({ id: due.id })
    .from(due)
    .where(and(eq(due.tenantId, tenantId), eq(due.kind, kind), isNull(due.doneAt)))
    .limit(1);
  if (!under) await planDue(scope, { kind, at: now(), payload: { userId } });
}

/** Some in each transaction until none is left, in the name of the owner who asked for it; broken off, it goes on where it was. */
export async function cancelAllComing(tenantId: string, userId: string): Promise<void> {
  const owner: Actor = { kind: "member", userId, role: "owner", staffId: null };
  for (;;) {
    const { cancelled, sentAway } = await withTenant(tenantId, owner, cancelComing);
    if (cancelled + sentAway === 0) return;
  }
}
