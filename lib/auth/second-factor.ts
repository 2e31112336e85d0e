import { and, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/people";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { unseal } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";
import { recordAudit } from "./audit";
import { recoveryCodesLeft, takeRecoveryCode } from "./internal/recovery-codes";
import { tellUser } from "./internal/tell-user";
import { totpStep } from "./internal/totp";
import { mayProve, proved } from "./limits";
import { type Self, type SignedOut, whileSignedIn } from "./own-account";
import { renewSession } from "./sessions";

export type ProofRefused = { refusal: "wrong_code" } | { refusal: "too_many"; retryAfterSeconds: number };

/** What the sealed secret is bound to. */
export const totpPlace = (userId: string): string => `totp ${userId}`;

/** Tries what somebody typed: six digits of the app, or a recovery code. Either serves once. */
export async function checkSecondFactor(
  userId: string,
  typed: string,
  at: "second-factor" | "step-up",
): Promise<Result<"app" | "recovery_code", ProofRefused>> {
  const digits = typed.replaceAll(/\s/g, "");
  const byApp = /^\d{6}$/.test(digits);
  const proof = byApp ? at : "recovery-code";
  const allowed = await mayProve(proof, userId);
  if (!allowed.ok) return refuse("too_many", { retryAfterSeconds: allowed.retryAfterSeconds });
  const right = byApp ? await takeTotp(userId, digits) : await takeRecoveryCode(userId, typed);
  if (!right) return refuse("wrong_code");
  await proved(proof, userId);
  return ok(byApp ? "app" : "recovery_code");
}

/** One statement decides who was first: a code that was seen over a shoulder is worth nothing once it was used. */
async function takeTotp(userId: string, code: string): Promise<boolean> {
  const [user] = await db()
    .select({ secret: users.totpSecret })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.totpConfirmedAt)));
  if (!user?.secret) return false;
  const step = totpStep(unseal(user.secret, totpPlace(userId)), code);
  if (step === null) return false;
  const taken = await db()
    .update(users)
    .set({ totpLastStep: String(step) })
    .where(
      and(
        eq(users.id, userId),
        eq(users.totpSecret, user.secret),
        sql`coalesce(${users.totpLastStep}::bigint, 0) < ${step}`,
      ),
    )
    .returning({ id: users.id });
  return taken.length > 0;
}

/** Shown: the session in which its person goes on. */
type Shown = Promise<Result<{ sessionId: string }, ProofRefused | SignedOut>>;

/** The second step of signing in. */
export async function passSecondFactor(self: Self, typed: string): Shown {
  const checked = await checkSecondFactor(self.userId, typed, "second-factor");
  if (!checked.ok) return checked;
  const by = checked.value;
  const left = by === "recovery_code" ? await recoveryCodesLeft(self.userId) : null;
  return whileSignedIn(self, async (scope) => {
    const sessionId = await renewSession(scope, self.sessionId);
    await recordAudit(scope, {
      action: "session.confirmed",
      entity: "session",
      entityId: self.sessionId,
      after: { by, continuesAs: sessionId, ...(left === null ? {} : { recoveryCodesLeft: left }) },
    });
    if (left !== null) await tellOfRecoveryCode(scope, self.userId, left);
    return ok({ sessionId });
  });
}

/** The second factor once more within a session, before something grave. */
export async function showSecondFactor(self: Self, typed: string): Shown {
  const checked = await checkSecondFactor(self.userId, typed, "step-up");
  if (!checked.ok) return checked;
  const left = checked.value === "recovery_code" ? await recoveryCodesLeft(self.userId) : null;
  return whileSignedIn(self, async (scope) => {
    const sessionId = await renewSession(scope, self.sessionId);
    if (left === null) return ok({ sessionId });
    await recordAudit(scope, {
      action: "recovery_code.used",
      entity: "session",
      entityId: self.sessionId,
      after: { continuesAs: sessionId, recoveryCodesLeft: left },
    });
    await tellOfRecoveryCode(scope, self.userId, left);
    return ok({ sessionId });
  });
}

/** Whoever did not use it themselves has to hear of it. */
async function tellOfRecoveryCode(scope: Scope, userId: string, left: number): Promise<void> {
  const [user] = await scope.tx
    .select({ email: users.email, phone: users.phone, language: users.language })
    .from(users)
    .where(eq(users.id, userId));
  if (user) await tellUser(scope, user, "recovery-code-used", (say) => say.recoveryCodeUsed(`${left}`));
}
