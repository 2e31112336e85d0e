import { env } from "./env";
import { log } from "./log";
import { countTogether } from "./rate-limit";
import { ok, type Result, refuse } from "./result";

const seconds = 86_400;

export type SmsRefused = { refusal: "no_country" } | { refusal: "too_many"; retryAfterSeconds: number };

/** Whether SMS go to the country of this number (E.164). Asked before anything that depends on who has it. */
export const goesBySms = (phone: string): boolean => env().SMS_COUNTRIES.some((prefix) => phone.startsWith(prefix));

/**
 * Every SMS is counted before it may go: per number, per block of numbers, per business, and in all. The counters have
 * connections of their own and locks of a moment, so a transaction that is open meanwhile keeps nobody from counting.
 */
export async function countSms(phone: string, tenantId: string): Promise<Result<true, SmsRefused>> {
  const [counted] = await countManySms([phone], tenantId);
  return counted!;
}

/** As many as there are, in their order. */
export async function countManySms(phones: readonly string[], tenantId: string): Promise<Result<true, SmsRefused>[]> {
  const { SMS_PER_PHONE, SMS_PER_PREFIX, SMS_PER_TENANT, SMS_PER_DAY } = env();
  const going = phones.filter(goesBySms);
  if (going.length === 0) return phones.map(() => refuse("no_country"));
  const counted = await countTogether(
    going.map((phone) => [
      [{ name: "sms-phone", points: SMS_PER_PHONE, seconds }, phone],
      [{ name: "sms-prefix", points: SMS_PER_PREFIX, seconds }, phone.slice(0, -4)],
      [{ name: "sms-tenant", points: SMS_PER_TENANT, seconds }, tenantId],
      [{ name: "sms-day", points: SMS_PER_DAY, seconds }, "all"],
    ]),
  );
  const answers = counted.values();
  return phones.map((phone) => {
    if (!goesBySms(phone)) return refuse("no_country");
    const within = answers.next().value!;
    if (within.ok) return ok(true as const);
    log().warn({ tenantId, over: within.over }, "an SMS is over what may be sent in a day");
    return refuse("too_many", { retryAfterSeconds: within.retryAfterSeconds });
  });
}
