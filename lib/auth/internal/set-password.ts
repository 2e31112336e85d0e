import { eq } from "drizzle-orm";
import { oneTimeCodes, users, userTokens } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { recordAudit } from "../audit";
import { endSessionsOf } from "../end-sessions";
import { endCodes } from "../one-time-codes";
import { endLinks } from "./reset-links";
import { type Reachable, tellUser } from "./tell-user";

type Owner = Reachable & { id: string };

/** A new password ends everything that the old one, or a link or code still on its way, would have opened. */
export async function setPassword(scope: Scope, user: Owner, passwordHash: string, but?: string): Promise<void> {
  const at = now();
  await scope.tx.update(users).set({ passwordHash, passwordChangedAt: at }).where(eq(users.id, user.id));
  const sessionsEnded = await endSessionsOf(scope, user.id, but);
  await endOpenWays(scope, user.id);
  await recordAudit(scope, {
    action: "password.changed",
    entity: "user",
    entityId: user.id,
    ...(sessionsEnded > 0 ? { after: { sessionsEnded } } : {}),
  });
  await tellUser(scope, user, {
    template: "password-changed",
    subject: "Your ClientPulse password was changed",
    body: "Your ClientPulse password was changed. If that was not you, set a new one at once with “Forgot password?” on the sign-in page.",
  });
}

/** Links and codes that were sent before and not used. */
export async function endOpenWays(scope: Scope, userId: string): Promise<void> {
  await endLinks(scope, eq(userTokens.userId, userId));
  await endCodes(scope, eq(oneTimeCodes.userId, userId));
}
