import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/people";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { mayProve, proved } from "./limits";
import type { Self, SignedOut } from "./own-account";
import { isPassword } from "./passwords";
import { type ProofRefused, showSecondFactor } from "./second-factor";
import { hasProved, markProved } from "./sessions";

export type ProofOwed = { refusal: "proof_required" };
type WrongPassword = { refusal: "wrong_password" } | { refusal: "too_many"; retryAfterSeconds: number };

/** For what a passer-by at an open screen must not do: refused unless the person has just shown who they are. */
export const requireProof = async ({ sessionId }: Self): Promise<Result<true, ProofOwed>> =>
  (await hasProved(sessionId)) ? ok(true as const) : refuse("proof_required");

/**
 * Shows again who one is, by the password or by the second factor. It holds for ten minutes, at this sign-in only.
 * Answers the session that goes on: after the second factor it is another one.
 */
export async function prove(
  self: Self,
  given: { password: string } | { code: string },
): Promise<Result<{ sessionId: string }, WrongPassword | ProofRefused | SignedOut>> {
  if ("code" in given) return showSecondFactor(self, given.code);
  const shown = await checkOwnPassword(self.userId, given.password, "step-up");
  if (!shown.ok) return shown;
  await markProved(self.sessionId);
  return ok({ sessionId: self.sessionId });
}

/** Answers the hash that was checked: whoever acts on it later sees whether it still stands. */
export async function checkOwnPassword(
  userId: string,
  password: string,
  proof: "step-up" | "old-password",
): Promise<Result<string, WrongPassword>> {
  const allowed = await mayProve(proof, userId);
  if (!allowed.ok) return refuse("too_many", { retryAfterSeconds: allowed.retryAfterSeconds });
  const [user] = await db().select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId));
  if (!user || !(await isPassword(password, user.hash))) return refuse("wrong_password");
  await proved(proof, userId);
  return ok(user.hash);
}
