import { stkPassword } from "../daraja/credentials";
import { readNairobi } from "../daraja/nairobi-time";
import type { SimAccount } from "./accounts";
import { error, isShortcode, type Question, type Reply } from "./reply";
import type { StkOptions } from "./stk-options";
import type { World } from "./world";

const tooOldMs = 10 * 60_000;

/** The fields by which a push and a query say for whom they come. */
export const merchantRules = [
  ["BusinessShortCode", isShortcode],
  ["Password", (value: string) => value.length > 0],
  ["Timestamp", (value: string) => /^\d{14}$/.test(value) && readNairobi(value) !== null],
] as const;

/** For whom, or why not. */
export function merchantOf({ world, body }: Question, options: StkOptions): { merchant: SimAccount } | { no: Reply } {
  const merchant = world.accounts.find(({ shortcode }) => shortcode === String(body.BusinessShortCode));
  if (!merchant) return { no: error(world, 500, "500.001.1001", "Merchant does not exist") };
  return opens(world, merchant.passkey, body, options)
    ? { merchant }
    : { no: error(world, 500, "500.001.1001", "[MerchantValidate] - Wrong credentials") };
}

/** The password is the one of that timestamp, which is one of now. */
function opens(
  world: World,
  passkey: string,
  body: Record<string, unknown>,
  { strictTimestamps }: StkOptions,
): boolean {
  const timestamp = String(body.Timestamp);
  if (body.Password !== stkPassword(String(body.BusinessShortCode), passkey, timestamp)) return false;
  const written = readNairobi(timestamp)!.getTime();
  // A simulator whose time runs fast is asked by somebody whose time does not.
  return !strictTimestamps || [world.clock.now(), Date.now()].some((at) => Math.abs(written - at) <= tooOldMs);
}
