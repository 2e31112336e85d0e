import "server-only";
import { type Account, accountOf, startAccountSession } from "@/lib/auth/account-sessions";
import { countCode, countRedeeming } from "@/lib/auth/limits";
import { redeemCode } from "@/lib/auth/one-time-codes";
import { sendPortalCode } from "@/lib/notifications/send-portal-code";
import type { Language } from "@/lib/platform/format";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { countSms, goesBySms } from "@/lib/platform/sms";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import type { RequestOrigin } from "@/lib/tenancy/scope";
import { keepAccountCookie } from "./account";

type NoPhone = { refusal: "no_phone" };
type NoCountry = { refusal: "no_country" };
type TooOften = { refusal: "too_often"; retryAfterSeconds: number };

/** Sends a code to this phone; counted before anything is sent. Known and unknown phones are answered alike. */
export async function askForCode(
  tenant: PublicTenant,
  typed: string,
  address: string,
  language: Language = "en",
): Promise<Result<{ phone: string; challenge: string }, NoPhone | NoCountry | TooOften>> {
  const phone = readPhone(typed);
  if (!phone) return refuse("no_phone");
  if (!goesBySms(phone)) return refuse("no_country");
  const asked = await countCode("portal_sign_in", phone, address);
  if (!asked.ok) return refuse("too_often", { retryAfterSeconds: asked.retryAfterSeconds });
  const sms = await countSms(phone, tenant.id);
  if (!sms.ok && sms.refusal === "no_country") return sms;
  if (!sms.ok) return refuse("too_often", { retryAfterSeconds: sms.retryAfterSeconds });
  return ok({ phone, challenge: await sendPortalCode(phone, tenant.name, language) });
}

/** Lets the holder of the phone in, when the code is the one that was sent there. */
export async function enterWithCode(
  given: { phone: string; challenge: string; code: string },
  by: { from: RequestOrigin; userAgent: string },
): Promise<Result<Account, NoPhone | TooOften | { refusal: "wrong" | "too_many" }>> {
  const phone = readPhone(given.phone);
  if (!phone) return refuse("no_phone");
  const within = await countRedeeming(by.from.address);
  if (!within.ok) return refuse("too_often", { retryAfterSeconds: within.retryAfterSeconds });
  const { challenge, code } = given;
  const redeemed = await redeemCode({ purpose: "portal_sign_in", destination: phone, challenge }, code);
  if (!redeemed.ok) return refuse(redeemed.why);
  const cookie = await startAccountSession(phone, by);
  await keepAccountCookie(cookie);
  const account = await accountOf(cookie);
  if (!account) throw new Error("the new session is not there");
  return ok(account);
}
