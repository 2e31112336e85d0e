import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { recoveryCodes, users } from "@/db/schema/people";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { seal, unseal } from "@/lib/platform/seal";
import type { Scope } from "@/lib/tenancy/scope";
import { recordAudit } from "./audit";
import { endSessionsOf } from "./end-sessions";
import { replaceRecoveryCodes } from "./internal/recovery-codes";
import { tellUser } from "./internal/tell-user";
import { newTotpSecret, totpAddress, totpStep } from "./internal/totp";
import { mayProve, proved } from "./limits";
import { type Self, type SignedOut, whileSignedIn } from "./own-account";
import { type ProofRefused, totpPlace } from "./second-factor";
import { type ProofOwed, requireProof } from "./step-up";

type NotOn = { refusal: "not_begun" } | SignedOut;

/** A secret for the app. It counts for nothing until a code shows that the app has it. */
export async function beginSecondFactor(
  self: Self,
): Promise<Result<{ secret: string; address: string }, ProofOwed | { refusal: "already_on" }>> {
  const proof = await requireProof(self);
  if (!proof.ok) return proof;
  const secret = newTotpSecret();
  const [user] = await db()
    .update(users)
    .set({ totpSecret: seal(secret, totpPlace(self.userId)), totpLastStep: null })
    .where(and(eq(users.id, self.userId), isNull(users.totpConfirmedAt)))
    .returning({ email: users.email, phone: users.phone });
  if (!user) return refuse("already_on");
  return ok({ secret, address: totpAddress(secret, user.email ?? user.phone ?? "") });
}

/** What was begun and not yet confirmed, or null. Only for whoever began it: it is the whole secret. */
export async function secondFactorBegun(userId: string): Promise<{ secret: string; address: string } | null> {
  const [user] = await db()
    .select({ secret: users.totpSecret, email: users.email, phone: users.phone })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.totpConfirmedAt)));
  if (!user?.secret) return null;
  const secret = unseal(user.secret, totpPlace(userId));
  return { secret, address: totpAddress(secret, user.email ?? user.phone ?? "") };
}

/** The app shows the right code: from now on it is asked for at every sign-in. Answers the recovery codes, this once. */
export async function confirmSecondFactor(self: Self, code: string): Promise<Result<string[], ProofRefused | NotOn>> {
  const allowed = await mayProve("second-factor-setup", self.userId);
  if (!allowed.ok) return refuse("too_many", { retryAfterSeconds: allowed.retryAfterSeconds });
  const [user] = await db()
    .select({ secret: users.totpSecret })
    .from(users)
    .where(and(eq(users.id, self.userId), isNull(users.totpConfirmedAt)));
  if (!user?.secret) return refuse("not_begun");
  const { secret } = user;
  const step = totpStep(unseal(secret, totpPlace(self.userId)), code);
  if (step === null) return refuse("wrong_code");
  await proved("second-factor-setup", self.userId);
  return turnOn(self, secret, step);
}

const turnOn = (self: Self, secret: string, step: number): Promise<Result<string[], NotOn>> =>
  whileSignedIn(self, async (scope) => {
    const [on] = await scope.tx
      .update(users)
      .set({ totpConfirmedAt: now(), totpLastStep: String(step) })
      .where(and(eq(users.id, self.userId), eq(users.totpSecret, secret), isNull(users.totpConfirmedAt)))
      .returning({ email: users.email, phone: users.phone, language: users.language });
    if (!on) return refuse("not_begun");
    // Whoever signed in elsewhere did so by the password alone.
    const sessionsEnded = await endSessionsOf(scope, self.userId, self.sessionId);
    await recordAudit(scope, {
      action: "second_factor.turned_on",
      entity: "user",
      entityId: self.userId,
      ...(sessionsEnded > 0 ? { after: { sessionsEnded } } : {}),
    });
    await tellUser(scope, on, "second-factor-on", (say) => say.secondFactorOn());
    return ok(await replaceRecoveryCodes(scope, self.userId));
  });

/** Ten new ones; those of before no longer open anything. */
export async function renewRecoveryCodes(self: Self): Promise<Result<string[], ProofOwed | NotOn>> {
  const proof = await requireProof(self);
  if (!proof.ok) return proof;
  return whileSignedIn(self, async (scope) => {
    if (!(await isOn(scope, self.userId))) return refuse("not_begun");
    await recordAudit(scope, { action: "recovery_codes.renewed", entity: "user", entityId: self.userId });
    return ok(await replaceRecoveryCodes(scope, self.userId));
  });
}

async function isOn(scope: Scope, userId: string): Promise<boolean> {
  const [user] = await scope.tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.totpConfirmedAt)));
  return user !== undefined;
}

export async function turnOffSecondFactor(self: Self): Promise<Result<true, ProofOwed | SignedOut>> {
  const proof = await requireProof(self);
  if (!proof.ok) return proof;
  return whileSignedIn(self, async (scope) => {
    const [user] = await scope.tx
      .update(users)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where(and(eq(users.id, self.userId), isNotNull(users.totpConfirmedAt)))
      .returning({ email: users.email, phone: users.phone, language: users.language });
    if (!user) return ok(true as const);
    await scope.tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, self.userId));
    await recordAudit(scope, { action: "second_factor.turned_off", entity: "user", entityId: self.userId });
    await tellUser(scope, user, "second-factor-off", (say) => say.secondFactorOff());
    return ok(true as const);
  });
}
