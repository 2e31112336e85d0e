import type { Account } from "@/lib/auth/account-sessions";
import { codeWords } from "@/lib/auth/code-words";
import { countCode, countOwnChange, countRedeeming } from "@/lib/auth/limits";
import { codeMessage, issueCode, type Redeemed, redeemCode } from "@/lib/auth/one-time-codes";
import { queueMessage } from "@/lib/notifications/queue-message";
import type { Language } from "@/lib/platform/format";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { countSms, goesBySms, type SmsRefused } from "@/lib/platform/sms";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { RequestOrigin } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { customerEmail } from "./input";

export type Contact = "email" | "phone";
/** A customer at the business in whose name the code goes. */
type Asking = {
  account: Pick<Account, "accountId">;
  house: { id: string; name: string };
  language: Language;
  from: RequestOrigin;
};
type NotOne = { refusal: "not_one" };

const kinds = {
  email: { purpose: "portal_email", channel: "email", template: "portal-email" },
  phone: { purpose: "portal_phone", channel: "sms", template: "portal-phone" },
} as const;

const readContact = (contact: Contact, typed: string): string | null =>
  contact === "phone" ? readPhone(typed) : (customerEmail.safeParse(typed).data ?? null);

/**
 * Six digits to where a customer wants to be reached; answers the challenge they come back with. Counted before
 * anything is sent, and first by who asks. It lies with the platform: the business does not read it.
 */
export async function askOwnContact(
  { account, house, language, from }: Asking,
  contact: Contact,
  typed: string,
): Promise<Result<{ to: string; challenge: string }, NotOne | SmsRefused>> {
  const { purpose, channel, template } = kinds[contact];
  const to = readContact(contact, typed);
  if (!to) return refuse("not_one");
  if (contact === "phone" && !goesBySms(to)) return refuse("no_country");
  const own = await countOwnChange("contact", account.accountId);
  const within = own.ok ? await countCode(purpose, to, from.address) : own;
  if (!within.ok) return refuse("too_many", { retryAfterSeconds: within.retryAfterSeconds });
  const sms = contact === "phone" ? await countSms(to, house.id) : ok(true as const);
  if (!sms.ok) return sms;
  const { challenge, code } = await issueCode({ purpose, destination: to });
  await withTenant(platformTenantId, { kind: "public", via: "page", from }, (scope) =>
    queueMessage(scope, {
      channel,
      to,
      template,
      subject: codeWords[language].subject(house.name),
      body: codeWords[language].body(code, house.name),
      counted: true,
      ...codeMessage(challenge),
    }),
  );
  return ok({ to, challenge });
}

/** Whether this is the code that went there; the right one is used up. */
export async function redeemOwnContact(
  contact: Contact,
  { to, challenge, code }: { to: string; challenge: string; code: string },
  from: RequestOrigin,
): Promise<Redeemed | { ok: false; why: "too_often"; retryAfterSeconds: number }> {
  const within = await countRedeeming(from.address);
  if (!within.ok) return { ok: false, why: "too_often", retryAfterSeconds: within.retryAfterSeconds };
  return redeemCode({ purpose: kinds[contact].purpose, destination: to, challenge }, code);
}
