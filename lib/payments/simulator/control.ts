import { isOpen } from "./accept-push";
import type { SimAccount } from "./accounts";
import { payTyped } from "./confirm";
import { post, send } from "./deliver";
import { schedule } from "./schedule";
import { answered, promptMs, scenarios, type Tap } from "./timeline";
import { emptied, type FaultKind, iso, type Moved, type Payer, type Prompt, type Rule, type World } from "./world";

export type PromptView = {
  id: string;
  business: string;
  amount: number;
  reference: string;
  phone: string;
  at: string;
  /** Until it leaves the phone by itself. */
  secondsLeft: number;
  /** Only those that wait for a tap can be tapped. */
  byHand: boolean;
  state: "waiting" | "ignored" | "paid" | "failed";
  code: string | null;
  receipt: string | null;
};

export type Forgery = { receipt?: string | undefined; amount?: number | undefined; url?: string | undefined };

export type Control = ReturnType<typeof control>;

/** What tests, the bench and the phone's page do to the simulated world. `control-doors.ts` opens the same over HTTP. */
export function control(world: World, pem: () => string) {
  const callback = (id: number) => world.callbacks.find((one) => one.id === id) ?? null;
  return {
    now: () => new Date(world.clock.now()),
    advance: (ms: number) => world.clock.advance(ms),
    certificate: pem,
    addAccount(account: SimAccount) {
      world.accounts = [...world.accounts.filter(({ shortcode }) => shortcode !== account.shortcode), account];
    },
    setPayer: (phone: string, payer: Payer) => void world.payers.set(phone, payer),
    addRule(rule: Rule) {
      if (!scenarios[rule.scenario]) throw new Error(`There is no scenario ${rule.scenario}`);
      world.rules.push(rule);
    },
    clearRules: () => void world.rules.splice(0),
    addFault: (endpoint: string, kind: FaultKind, count = 1) => void world.faults.push({ endpoint, kind, count }),
    expireTokens: () => world.tokens.clear(),
    /** What a customer pays without being asked: typed on the phone. */
    pay: (typed: { shortcode: string; amount: number; phone: string; reference: string }) => payTyped(world, typed),
    prompts: (): PromptView[] => [...world.prompts.values()].reverse().map((prompt) => view(world, prompt)),
    tap: (id: string, tap: Tap | "ignore") => tapped(world, id, tap),
    /** All that really moved. A ledger that differs from it is wrong. */
    till: (): Moved[] => structuredClone(world.till),
    callbacks: () => structuredClone(world.callbacks),
    holdCallbacks() {
      world.holdsCallbacks = true;
    },
    /** Sends it as it was, once more or at last. */
    async replay(id: number) {
      const found = callback(id);
      if (found) await send(world, found);
      return found !== null;
    },
    async forge(id: number, { receipt, amount, url }: Forgery) {
      const found = callback(id);
      if (!found) return false;
      const body = found.body
        .replace(/("Name":"MpesaReceiptNumber","Value":)"[^"]*"/, receipt ? `$1"${receipt}"` : "$&")
        .replace(/("Name":"Amount","Value":)[^}]*/, amount === undefined ? "$&" : `$1${amount}`);
      await post(world, { url: url ?? found.url, body, shortcode: found.shortcode });
      return true;
    },
    async releaseCallbacks() {
      world.holdsCallbacks = false;
      await Promise.all(world.callbacks.filter(({ status }) => status === "held").map((one) => send(world, one)));
    },
    log: () => structuredClone(world.log),
    reset: () => void Object.assign(world, emptied()),
  };
}

function tapped(world: World, id: string, tap: Tap | "ignore"): boolean {
  const prompt = world.prompts.get(id);
  if (!prompt?.byHand || prompt.tap !== null || !isOpen(world, prompt)) return false;
  prompt.tap = tap;
  if (tap === "ignore") return true;
  prompt.timeline = answered(tap, world.clock.now() - prompt.at);
  schedule(world, prompt);
  return true;
}

function view(world: World, prompt: Prompt): PromptView {
  const { account, amount, reference, phone, at, byHand, timeline, tap } = prompt;
  const open = isOpen(world, prompt);
  const paid = !open && timeline.moneyAtMs !== undefined;
  const said = timeline.callbacks.findLast((one) => typeof one.said === "object")?.said;
  return {
    id: prompt.checkoutId,
    business: account.name,
    amount,
    reference,
    phone,
    at: iso(at),
    secondsLeft: open ? Math.ceil((at + (byHand ? promptMs : timeline.endsAtMs) - world.clock.now()) / 1_000) : 0,
    byHand,
    state: open ? (tap === "ignore" ? "ignored" : "waiting") : paid ? "paid" : "failed",
    code: open || paid || typeof said !== "object" ? null : said.code,
    receipt: paid ? prompt.receipt : null,
  };
}
