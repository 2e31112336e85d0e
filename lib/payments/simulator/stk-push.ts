import { acceptPush, isOpen } from "./accept-push";
import { merchantOf, merchantRules } from "./merchant";
import {
  badField,
  error,
  firstBad,
  gatewayPage,
  isAmount,
  isCallbackUrl,
  isPhone,
  isShortcode,
  type Question,
  type Reply,
} from "./reply";
import type { StkOptions } from "./stk-options";
import { scenarioOf, scenarios, type Timeline } from "./timeline";
import type { Push, World } from "./world";

export async function processPush(question: Question, options: StkOptions): Promise<Reply> {
  const { world, body } = question;
  const bad = firstBad(body, pushRules);
  if (bad) return badField(world, bad);
  const found = merchantOf(question, options);
  if ("no" in found) return found.no;
  const push: Push = {
    account: found.merchant,
    type: String(body.TransactionType),
    partyB: String(body.PartyB),
    amount: Number(body.Amount),
    phone: String(body.PhoneNumber),
    reference: String(body.AccountReference),
    callbackUrl: String(body.CallBackURL),
  };
  const script = options.choose?.(push) ?? chosen(world, push);
  const refusal = refusedFirst(world, push, script);
  if (refusal) return refusal;
  const last = world.lastOf.get(push.phone);
  if ((last && isOpen(world, last)) || script?.submit === "lock")
    return error(
      world,
      500,
      "500.001.1001",
      "Unable to lock subscriber, a transaction is already in process for the current subscriber",
    );
  if (script?.submit === "html503") return gatewayPage;

  const prompt = acceptPush(world, push, script, options);
  if (prompt.timeline.holdMs) {
    const { holdMs } = prompt.timeline;
    await new Promise<void>((resolve) => world.clock.at(prompt.at + holdMs, resolve));
  }
  if (script?.submit === "answer_lost") return "reset";
  if (script?.submit === "error_but_accepted") return error(world, 500, "500.003.1001", "Internal Server Error");
  return {
    status: 200,
    body: {
      MerchantRequestID: prompt.merchantId,
      CheckoutRequestID: prompt.checkoutId,
      ResponseCode: "0",
      ResponseDescription: "Success. Request accepted for processing",
      CustomerMessage: "Success. Request accepted for processing",
    },
  };
}

function chosen(world: World, push: Push): Timeline | undefined {
  const rule = world.rules.find(
    ({ phone, amount, reference, share }) =>
      (phone ?? push.phone) === push.phone &&
      (amount ?? push.amount) === push.amount &&
      (reference ?? push.reference) === push.reference &&
      (share === undefined || world.random.next() < share),
  );
  if (rule?.times !== undefined && --rule.times <= 0) world.rules.splice(world.rules.indexOf(rule), 1);
  return scenarios[rule?.scenario ?? scenarioOf(push.phone) ?? ""];
}

/** Scripts that refuse a phone's first pushes, and take the next. */
function refusedFirst(world: World, { phone }: Push, script: Timeline | undefined): Reply | null {
  const before = world.refusals.get(phone) ?? 0;
  const most = script?.submit === "token_refused_once" ? 1 : script?.submit === "busy_twice" ? 2 : 0;
  if (before >= most) return null;
  world.refusals.set(phone, before + 1);
  return most === 1
    ? error(world, 404, "404.001.03", "Invalid Access Token")
    : error(world, 500, "500.003.02", "System is busy. Please try again in few minutes.");
}

const pushRules = [
  ...merchantRules,
  ["TransactionType", (value: string) => /^Customer(PayBill|BuyGoods)Online$/.test(value)],
  ["Amount", isAmount],
  ["PartyA", isPhone],
  ["PartyB", isShortcode],
  ["PhoneNumber", isPhone],
  ["CallBackURL", isCallbackUrl],
  ["AccountReference", (value: string) => value.length >= 1 && value.length <= 12],
  ["TransactionDesc", (value: string) => value.length >= 1 && value.length <= 13],
] as const;
