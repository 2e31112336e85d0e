import { callbackBody } from "./callback-body";
import { reportTyped } from "./confirm";
import { post, stranger } from "./deliver";
import type { CallbackPlan } from "./timeline";
import { iso, type Prompt, type World } from "./world";

/** Everything that follows from a push, at its time. A tap on the phone puts another timeline in this one's place. */
export function schedule(world: World, prompt: Prompt): void {
  const { timeline, at } = prompt;
  const later = (ms: number, work: () => unknown) =>
    world.clock.at(at + ms, () => (prompt.timeline === timeline ? work() : undefined));
  const { moneyAtMs } = timeline;
  if (moneyAtMs !== undefined) later(moneyAtMs, () => move(world, prompt));
  for (const plan of timeline.callbacks) later(plan.atMs, () => callBack(world, prompt, plan));
}

function move(world: World, { account, receipt, amount, reference, phone, checkoutId }: Prompt): Promise<void> | void {
  const payer = world.payers.get(phone);
  if (payer?.balance !== undefined) payer.balance -= amount;
  if (payer) payer.dailyUsed = (payer.dailyUsed ?? 0) + amount;
  const moved = { receipt, shortcode: account.shortcode, amount, reference, phone, at: iso(world.clock.now()) };
  world.till.push({ ...moved, checkoutRequestId: checkoutId });
  if (account.confirmsPrompted) return reportTyped(world, moved, { prompted: true });
}

async function callBack(world: World, prompt: Prompt, plan: CallbackPlan): Promise<void> {
  const body = callbackBody(world, prompt, plan.said);
  if (body === null) return;
  const url = plan.wrongPath ? prompt.callbackUrl.replace(/[^/]+$/, world.random.hex(32)) : prompt.callbackUrl;
  const from = plan.stranger ? { from: stranger } : {};
  await Promise.all(
    Array.from({ length: plan.times ?? 1 }, () =>
      post(world, { url, body, shortcode: prompt.account.shortcode, ...from }),
    ),
  );
}
