import { nairobiTimestamp } from "../daraja/nairobi-time";
import { schedule } from "./schedule";
import type { StkOptions } from "./stk-options";
import { failed, paid, type Timeline, unanswered } from "./timeline";
import { newReceipt, type Prompt, type Push, type World } from "./world";

const sameAgainMs = 120_000;

export const isOpen = (world: World, { at, timeline }: Prompt): boolean => world.clock.now() < at + timeline.endsAtMs;

export function acceptPush(world: World, push: Push, script: Timeline | undefined, { headless }: StkOptions): Prompt {
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
  if (before !== undefined && now - before < sameAgainMs) return failed("17", 3_000);
  world.asked.set(last, [now]);
  const payer = world.payers.get(phone);
  if (!payer) return null;
  if (payer.locked) return failed("8006", 3_000);
  if (payer.limit !== undefined && amount > payer.limit) return failed("3", 3_000);
  if ((payer.dailyUsed ?? 0) + amount > 500_000) return failed("4", 3_000);
  return payer.balance !== undefined && payer.balance < amount ? failed("1", 3_000) : null;
}
