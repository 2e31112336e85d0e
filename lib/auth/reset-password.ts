import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users, userTokens } from "@/db/schema/people";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { RequestOrigin } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { endLinks, isOpen, newResetToken } from "./internal/reset-links";
import { setPassword } from "./internal/set-password";
import { countRedeeming } from "./limits";
import { redeemCode } from "./one-time-codes";
import { passwordFault } from "./password-rules";
import { hashPassword } from "./passwords";
import { readIdentifier } from "./sign-in";

export type CodeRefused =
  | { refusal: "wrong_code"; triesLeft?: number }
  | { refusal: "code_ended" }
  | { refusal: "too_many"; retryAfterSeconds: number };
type LinkRefused = { refusal: "link_ended" } | { refusal: "bad_password"; fault: string };

const somebody = (from: RequestOrigin) => ({ kind: "public", via: "page", from }) as const;

/** The code from the SMS, changed once for what a link would hold. */
export async function resetTokenFor(
  { identifier, challenge, code }: { identifier: string; challenge: string; code: string },
  from: RequestOrigin,
): Promise<Result<string, CodeRefused>> {
  const named = readIdentifier(identifier);
  // Only a phone is ever sent one.
  if (!named || "email" in named) return refuse("code_ended");
  const within = await countRedeeming(from.address);
  if (!within.ok) return refuse("too_many", { retryAfterSeconds: within.retryAfterSeconds });
  const redeemed = await redeemCode({ purpose: "password_reset", destination: named.phone, challenge }, code);
  if (!redeemed.ok)
    return redeemed.why === "wrong" ? refuse("wrong_code", { triesLeft: redeemed.triesLeft }) : refuse("code_ended");
  const { userId } = redeemed;
  if (!userId) return refuse("code_ended");
  return withTenant(platformTenantId, somebody(from), async (scope) => ok((await newResetToken(scope, userId)).token));
}

/** Whose link it is while it still opens; looking does not use it up, since mail programs look as well. */
export async function getResetLink(token: string) {
  const [user] = await db()
    .select({ id: users.id, name: users.name, email: users.email, phone: users.phone, language: users.language })
    .from(userTokens)
    .innerJoin(users, eq(users.id, userTokens.userId))
    .where(and(...isOpen(token), isNull(users.disabledAt)));
  return user ?? null;
}

/** Uses the link up and sets the password: both or neither. Everybody who was signed in is signed out. */
export async function resetPassword(
  token: string,
  password: string,
  from: RequestOrigin,
): Promise<Result<true, LinkRefused>> {
  const user = await getResetLink(token);
  if (!user) return refuse("link_ended");
  const fault = passwordFault(password, [user.name, user.email, user.phone]);
  if (fault) return refuse("bad_password", { fault });
  const passwordHash = await hashPassword(password);
  return withTenant(platformTenantId, somebody(from), async (scope) => {
    if ((await endLinks(scope, ...isOpen(token))) === 0) return refuse("link_ended");
    await setPassword(scope, user, passwordHash);
    return ok(true as const);
  });
}
