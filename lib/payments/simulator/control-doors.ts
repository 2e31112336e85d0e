import { z } from "zod";
import type { SimAccount } from "./accounts";
import type { Control } from "./control";
import { scenarios } from "./timeline";
import type { Payer } from "./world";

const phone = z.string().regex(/^254[17]\d{8}$/);
const money = z.number().int().min(0);
const account = z.object({
  name: z.string(),
  kind: z.enum(["paybill", "till"]),
  shortcode: z.string(),
  till: z.string().optional(),
  consumerKey: z.string(),
  consumerSecret: z.string(),
  passkey: z.string(),
  initiator: z.object({ name: z.string(), password: z.string() }).optional(),
  products: z.array(z.enum(["stk", "c2b", "reversal", "status", "pull"])).optional(),
  validates: z.boolean().optional(),
  confirmsPrompted: z.boolean().optional(),
});
const payer = z.object({
  balance: money.optional(),
  dailyUsed: money.optional(),
  limit: money.optional(),
  locked: z.boolean().optional(),
});
const rule = z.object({
  phone: phone.optional(),
  amount: money.optional(),
  reference: z.string().optional(),
  scenario: z.string().refine((name) => name in scenarios),
  times: z.number().int().positive().optional(),
  share: z.number().min(0).max(1).optional(),
});
const fault = z.object({
  endpoint: z.string(),
  kind: z.enum(["429", "500", "503html", "timeout", "reset"]),
  count: z.number().int().positive().default(1),
});
const tap = z.enum(["approve", "wrong-pin", "cancel", "no-money", "ignore"]);
const forgery = z.object({ receipt: z.string().optional(), amount: z.number().optional(), url: z.string().optional() });
const typed = z.object({ shortcode: z.string(), amount: money, phone, reference: z.string() });

/** Answers false when there was nothing to do it to. */
type Door = (sim: Control, given: unknown, id: string, act: string) => unknown;

const doors: Record<string, Door> = {
  "GET state": (sim) => ({ simulated: true, now: sim.now().toISOString(), prompts: sim.prompts() }),
  "DELETE state": (sim) => sim.reset(),
  "GET till": (sim) => sim.till(),
  "GET log": (sim) => sim.log(),
  "GET callbacks": (sim) => sim.callbacks(),
  "GET certificate": (sim) => ({ pem: sim.certificate() }),
  "POST accounts": (sim, given) => sim.addAccount(defined(account.parse(given)) as SimAccount),
  "POST payers": (sim, given) => {
    const whose = z.object({ phone }).parse(given).phone;
    sim.setPayer(whose, defined(payer.parse(given)) as Payer);
  },
  "POST rules": (sim, given) => sim.addRule(rule.parse(given)),
  "DELETE rules": (sim) => sim.clearRules(),
  "POST faults": (sim, given) => {
    const { endpoint, kind, count } = fault.parse(given);
    sim.addFault(endpoint, kind, count);
  },
  "POST tokens": (sim) => sim.expireTokens(),
  "POST clock": async (sim, given) => {
    await sim.advance(z.object({ ms: money }).parse(given).ms);
    return { now: sim.now().toISOString() };
  },
  "POST pay": async (sim, given) => (await sim.pay(typed.parse(given))) ?? false,
  "POST prompts": (sim, _given, id, act) => sim.tap(id, tap.parse(act)),
  "POST callbacks": (sim, given, id, act) => {
    if (id === "hold") return sim.holdCallbacks();
    if (id === "release") return sim.releaseCallbacks();
    return act === "forge" ? sim.forge(Number(id), forgery.parse(given)) : sim.replay(Number(id));
  },
};

/** `/_sim/WHAT/ID/ACT`, as JSON both ways. */
export async function answerControl(
  sim: Control,
  { method, path, text }: { method: string; path: string; text: string },
): Promise<{ status: number; body: unknown }> {
  const [, , what = "", id = "", act = ""] = path.split("/");
  const door = doors[`${method} ${what}`];
  if (!door) return { status: 404, body: { ok: false } };
  try {
    const body = (await door(sim, text ? JSON.parse(text) : {}, id, act)) ?? true;
    if (body === false) return { status: 409, body: { ok: false } };
    return { status: 200, body: body === true ? { ok: true } : body };
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return { status: 422, body: { ok: false } };
    throw error;
  }
}

/** What was not given is not there. */
const defined = <T extends object>(value: T) => JSON.parse(JSON.stringify(value)) as T;
