import { stkPassword } from "../daraja/credentials";
import { nairobiTimestamp, readNairobi } from "../daraja/nairobi-time";
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
  tooMany,
} from "./reply";
import { schedule } from "./schedule";
import { failed, paid, scenarioOf, scenarios, type Timeline, unanswered } from "./timeline";
import { newReceipt, type Prompt, type Push, type World } from "./world";

export type StkOptions = {
  /** A phone without a script pays by itself; otherwise it waits for a tap. */
  headless: boolean;
  strictTimestamps: boolean;
  /** Between two queries of one app. */
  queryGapMs: number;
  pushesPerSecond: number;
  /** The share of queries about a known push that get no answer. */
  flaps: number;
  /** Overrides rules and phones, for those who run the simulator in their own process. */
  choose?: ((push: Push) => Timeline | undefined) | undefined;
};

const tooOldMs = 10 * 60_000;
const sameAgainMs = 120_000;

export async function processPush({ world, account, body }: Question, options: StkOptions): Promise<Reply> {
  if (floods(world, account.consumerKey, options.pushesPerSecond))
    return error(world, 500, "500.003.02", "System is busy. Spike Arrest Violation");
  const bad = firstBad(body, pushRules);
  if (bad) return badField(world, bad);
  const merchant = world.accounts.find(({ shortcode }) => shortcode === String(body.BusinessShortCode));
  if (!merchant) return error(world, 500, "500.001.1001", "Merchant does not exist");
  if (!opens(world, merchant.passkey, body, options))
    return error(world, 500, "500.001.1001", "[MerchantValidate] - Wrong credentials");
  const push: Push = {
    account: merchant,
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

  const prompt = accept(world, push, script, options);
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

const pushRules = [
  ["BusinessShortCode", isShortcode],
  ["Password", (value: string) => value.length > 0],
  ["Timestamp", (value: string) => /^\d{14}$/.test(value) && readNairobi(value) !== null],
  ["TransactionType", (value: string) => /^Customer(PayBill|BuyGoods)Online$/.test(value)],
  ["Amount", isAmount],
  ["PartyA", isPhone],
  ["PartyB", isShortcode],
  ["PhoneNumber", isPhone],
  ["CallBackURL", isCallbackUrl],
  ["AccountReference", (value: string) => value.length >= 1 && value.length <= 12],
  ["TransactionDesc", (value: string) => value.length >= 1 && value.length <= 13],
] as const;

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

function floods(world: World, app: string, perSecond: number): boolean {
  const now = world.clock.now();
  const recent = (world.asked.get(`push ${app}`) ?? []).filter((at) => now - at < 1_000);
  world.asked.set(`push ${app}`, [...recent, now]);
  return recent.length >= perSecond;
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

export const isOpen = (world: World, { at, timeline }: Prompt): boolean => world.clock.now() < at + timeline.endsAtMs;

function accept(world: World, push: Push, script: Timeline | undefined, { headless }: StkOptions): Prompt {
  const at = world.clock.now();
  const refused = decline(world, push, at);
  const stamp = nairobiTimestamp(new Date(at)).replace(/^(\d{4})(\d\d)(\d\d)/, "$3$2$1");
  const prompt: Prompt = {
    ...push,
    checkoutId: `ws_CO_${stamp}${world.random.text("0123456789", 3)}${push.phone.slice(-9)}`,
    merchantId: `${world.random.hex(4)}-${world.random.hex(4)}-${world.random.hex(20)}`,
    receipt: newReceipt(world),
    at,
    timeline: refused ?? script ?? (headless ? paid() : unanswered),
    byHand: !refused && !script && !headless,
    tap: null,
    queries: 0,
  };
  world.prompts.set(prompt.checkoutId, prompt);
  world.lastOf.set(prompt.phone, prompt);
  schedule(world, prompt);
  return prompt;
}

/** What Safaricom finds out only after it has taken the push on. */
function decline(world: World, { account, type, partyB, phone, amount }: Push, now: number): Timeline | null {
  const till = account.kind === "till";
  if (till !== (type === "CustomerBuyGoodsOnline")) return failed("2028", 3_000);
  if (partyB !== (till ? account.till : account.shortcode)) return failed("SFC_IC0003", 3_000);
  const last = `${account.shortcode} ${phone} ${amount}`;
  const before = world.asked.get(last)?.[0];
  world.asked.set(last, [now]);
  if (before !== undefined && now - before < sameAgainMs) return failed("17", 3_000);
  const payer = world.payers.get(phone);
  if (!payer) return null;
  if (payer.locked) return failed("8006", 3_000);
  if (payer.limit !== undefined && amount > payer.limit) return failed("3", 3_000);
  if ((payer.dailyUsed ?? 0) + amount > 500_000) return failed("4", 3_000);
  return payer.balance !== undefined && payer.balance < amount ? failed("1", 3_000) : null;
}

/** A query says it in other words than the callback. */
const queryWords: Record<string, string> = {
  "0": "The service request is processed successfully.",
  "1032": "Request canceled by user",
  "1037": "DS timeout user cannot be reached.",
  "4999": "The transaction is still under processing",
};

export function answerQuery({ world, account, body }: Question, options: StkOptions): Reply {
  const now = world.clock.now();
  const lastAsked = world.asked.get(`query ${account.consumerKey}`)?.[0];
  if (lastAsked !== undefined && now - lastAsked < options.queryGapMs) return tooMany;
  world.asked.set(`query ${account.consumerKey}`, [now]);
  const bad = firstBad(body, [...pushRules.slice(0, 3), ["CheckoutRequestID", (value: string) => value.length > 0]]);
  if (bad) return badField(world, bad);
  const merchant = world.accounts.find(({ shortcode }) => shortcode === String(body.BusinessShortCode));
  if (!merchant) return error(world, 500, "500.001.1001", "Merchant does not exist");
  if (!opens(world, merchant.passkey, body, options)) return error(world, 500, "500.001.1001", "Wrong credentials");
  const prompt = world.prompts.get(String(body.CheckoutRequestID));
  if (!prompt || prompt.account !== merchant)
    return error(world, 500, "500.001.1001", "The transaction does not Exist");
  const since = now - prompt.at;
  if (since < 1_000) return badField(world, "CheckoutRequestID");
  const nothing = error(world, 200, "500.001.1001", "");
  const reply = prompt.timeline.queries.findLast(({ fromMs }) => fromMs <= since)?.reply;
  if (reply === "too_many") return tooMany;
  if (reply === "nothing" || (reply && world.random.next() < options.flaps)) return nothing;
  if (reply) return said(prompt, reply.code);
  // In flight, which is said in three ways.
  const turn = prompt.queries++ % 3;
  if (turn === 0) return said(prompt, "4999");
  return turn === 1 ? error(world, 500, "500.001.1001", "The transaction is being processed") : nothing;
}

const said = ({ merchantId, checkoutId }: Prompt, code: string): Reply => ({
  status: 200,
  body: {
    ResponseCode: "0",
    ResponseDescription: "The service request has been accepted successsfully",
    MerchantRequestID: merchantId,
    CheckoutRequestID: checkoutId,
    ResultCode: code,
    ResultDesc: queryWords[code] ?? "The request could not be completed.",
  },
});
