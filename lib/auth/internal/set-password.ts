import { and, eq } from "drizzle-orm";
import { oneTimeCodes, users, userTokens } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { recordAudit } from "../audit";
import { endSessionsOf } from "../end-sessions";
import { endCodes } from "../one-time-codes";
import { endLinks } from "./reset-links";
import { type Reachable, tellUser } from "./tell-user";

type Owner = Reachable & { id: string };
/** Who knew the old password: their session stays, and it is set only while the hash they were checked against stands. */
type Knowing = { sessionId: string; checkedHash: string };

/** A new password ends everything that the old one, or a link or code still on its way, would have opened. */
export async function setPassword(scope: Scope, user: Owner, passwordHash: string, by?: Knowing): Promise<boolean> {
  const set = await scope.tx
    .update(users)
    .set({ passwordHash, passwordChangedAt: now() })
    .where(and(eq(users.id, user.id), by && eq(users.passwordHash, by.checkedHash)))
    .returning({ id: users.id });
  if (set.length === 0) return false;
  const sessionsEnded = await endSessionsOf(scope, user.id, by?.sessionId);
  await endOpenWays(scope, user.id);
  await recordAudit(scope, {
    action: "password.changed",
    entity: "user",
    entityId: user.id,
    ...(sessionsEnded > 0 ? { after: { sessionsEnded } } : {}),
  });
  await tellUser(scope, user, "password-changed", (say) => say.passwordChanged());
  return true;
}

/** Links and codes that were sent before and not used. */
export async function endOpenWays(scope: Scope, userId: string): Promise<void> {
  await endLinks(scope, eq(userTokens.userId, userId));
  await endCodes(scope, eq(oneTimeCodes.userId, userId));
}
