import { and, isNull } from "drizzle-orm";
import { users } from "@/db/schema/people";
import { queueMessage } from "@/lib/notifications/queue-message";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { countSms, goesBySms, type SmsRefused } from "@/lib/platform/sms";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { RequestOrigin, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { linkMinutes, newResetToken } from "./internal/reset-links";
import { countCode } from "./limits";
import { codeMessage, codeMinutes, issueCode } from "./one-time-codes";
import { isNamed, readIdentifier } from "./sign-in";
import { loginWords } from "./words";

type Refused = { refusal: "not_an_identifier" } | SmsRefused;

/** How it goes on: a link in a letter, or a code that is typed together with this challenge. */
export type ResetWay = { by: "email" } | { by: "phone"; challenge: string };

/**
 * Somebody cannot sign in. Whether the address is known shows neither in the answer nor in how long it takes: what is
 * sent is for the caller to start once the answer is out. An SMS is counted even if nobody has that number and none is
 * sent, or what is left of its block's share would tell.
 */
export async function askPasswordReset(
  text: string,
  from: RequestOrigin,
): Promise<Result<{ way: ResetWay; send(): Promise<void> }, Refused>> {
  const identifier = readIdentifier(text);
  if (!identifier) return refuse("not_an_identifier");
  const destination = "email" in identifier ? identifier.email : identifier.phone;
  if ("phone" in identifier && !goesBySms(destination)) return refuse("no_country");
  const allowed = await countCode("email" in identifier ? "reset_link" : "password_reset", destination, from.address);
  if (!allowed.ok) return refuse("too_many", { retryAfterSeconds: allowed.retryAfterSeconds });
  const sms = "phone" in identifier ? await countSms(destination, platformTenantId) : ok(true as const);
  if (!sms.ok) return sms;
  if ("email" in identifier) return ok({ way: { by: "email" }, send: () => sendLink(identifier, from) });
  const challenge = newId();
  return ok({ way: { by: "phone", challenge }, send: () => sendCode(identifier.phone, challenge, from) });
}

async function sendLink(identifier: { email: string }, from: RequestOrigin): Promise<void> {
  await onBehalf(from, async (scope) => {
    const user = await userOf(scope, identifier);
    if (!user) return;
    const { token, message } = await newResetToken(scope, user.id);
    await queueMessage(scope, {
      channel: "email",
      to: identifier.email,
      template: "password-reset",
      ...loginWords[user.language].resetLink(`${env().APP_URL}/reset-password/${token}`, `${linkMinutes}`),
      ...message,
    });
  });
}

/** A number that nobody has gets a code, too, and no message: guessing at it fails in the same way as at any other. */
async function sendCode(phone: string, challenge: string, from: RequestOrigin): Promise<void> {
  const user = await onBehalf(from, (scope) => userOf(scope, { phone }));
  const { code } = await issueCode({ purpose: "password_reset", destination: phone }, user?.id, challenge);
  if (!user) return;
  await onBehalf(from, async (scope) => {
    await queueMessage(scope, {
      channel: "sms",
      to: phone,
      template: "password-reset",
      body: loginWords[user.language].resetCode(code, `${codeMinutes}`),
      counted: true,
      ...codeMessage(challenge),
    });
  });
}

const onBehalf = <T>(from: RequestOrigin, work: (scope: Scope) => Promise<T>) =>
  withTenant(platformTenantId, { kind: "public", via: "page", from }, work);

async function userOf(scope: Scope, identifier: Parameters<typeof isNamed>[0]) {
  const [user] = await scope.tx
    .select({ id: users.id, language: users.language })
    .from(users)
    .where(and(isNamed(identifier), isNull(users.disabledAt)));
  return user;
}
