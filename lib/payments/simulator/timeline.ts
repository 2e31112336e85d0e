/** What a callback says. A code is a failure in Safaricom's usual form. */
export type Said =
  | { code: string }
  | "paid"
  /** Forged: the right ids, another amount. */
  | "one_shilling"
  | "wrong_merchant_id"
  | "unknown_checkout_id"
  /** Another payment's own words, and its receipt under this payment's ids. */
  | "replay"
  | "used_receipt"
  /** Real, in forms that differ from the usual one. */
  | "masked"
  | "no_items"
  | "text_code"
  /** No JSON, no object, no end. */
  | "cut_off"
  | "array"
  | "huge";

export type CallbackPlan = {
  atMs: number;
  said: Said;
  /** So many at once. */
  times?: number;
  /** To an address that was never given. */
  wrongPath?: true;
  /** From an address that is not Safaricom's, which claims to be one of theirs. */
  stranger?: true;
};

export type QueryReply = { code: string } | "nothing" | "too_many";

/** Frozen when the push is accepted; every time counts from then. */
export type Timeline = {
  /** What happens to the push itself, when it is not simply accepted. */
  submit?: "lock" | "html503" | "answer_lost" | "error_but_accepted" | "token_refused_once" | "busy_twice";
  /** The answer to the push is kept back so long. */
  holdMs?: number;
  /** When the money really moves; never when not given. */
  moneyAtMs?: number;
  /** When the prompt leaves the phone. */
  endsAtMs: number;
  /** In order; before the first the payment is in flight. */
  queries: { fromMs: number; reply: QueryReply }[];
  callbacks: CallbackPlan[];
  /** How it goes when this payment is given back. */
  reversal?: "already" | "result_lost";
};

const usualMs = 8_000;
const queryMs = 17_000;

export const paid = (change: Partial<Timeline> = {}): Timeline => ({
  moneyAtMs: usualMs,
  endsAtMs: usualMs,
  queries: [{ fromMs: queryMs, reply: { code: "0" } }],
  callbacks: [{ atMs: usualMs, said: "paid" }],
  ...change,
});

export const failed = (code: string, atMs = usualMs, change: Partial<Timeline> = {}): Timeline => ({
  endsAtMs: atMs,
  queries: [{ fromMs: atMs, reply: { code } }],
  callbacks: [{ atMs, said: { code } }],
  ...change,
});

/** The payer cancels at 12 s; before that somebody else says something. */
const forged = (...callbacks: CallbackPlan[]): Timeline =>
  failed("1032", 12_000, { callbacks: [...callbacks, { atMs: 12_000, said: { code: "1032" } }] });

const minutes = 60_000;

/** By the last three digits of 254700000NNN and 254100000NNN. */
export const scenarios: Readonly<Record<string, Timeline>> = {
  "000": paid(),
  "001": failed("1"),
  "002": failed("1032", 12_000),
  "003": failed("1037", 26_000, { queries: [{ fromMs: 14_000, reply: { code: "1037" } }] }),
  "004": failed("2001"),
  "005": failed("1019"),
  "006": failed("1025"),
  "007": failed("9999"),
  "008": failed("17"),
  "009": failed("1001", 0, { submit: "lock", callbacks: [] }),
  "010": failed("1001"),
  "011": failed("2028"),
  "012": failed("8006"),
  "013": failed("SFC_IC0003"),
  "014": failed("3"),
  "015": failed("4"),
  "016": failed("8"),
  "017": failed("7777"),
  // Late, lost, twice, too early, in the wrong order.
  "020": paid({ callbacks: [{ atMs: 4 * minutes, said: "paid" }] }),
  "021": paid({ callbacks: [] }),
  "022": paid({
    callbacks: [],
    queries: [
      { fromMs: 0, reply: "nothing" },
      { fromMs: 10 * minutes, reply: { code: "0" } },
    ],
  }),
  "023": paid({
    callbacks: [
      { atMs: usualMs, said: "paid", times: 3 },
      { atMs: usualMs + minutes, said: "paid" },
    ],
  }),
  "024": paid({ holdMs: 3_000, moneyAtMs: 1_000, endsAtMs: 1_000, callbacks: [{ atMs: 1_000, said: "paid" }] }),
  "025": paid({
    callbacks: [
      { atMs: usualMs, said: { code: "1032" } },
      { atMs: usualMs + 1_000, said: "paid" },
    ],
  }),
  "026": paid({
    callbacks: [
      { atMs: usualMs, said: "paid" },
      { atMs: 20_000, said: { code: "1037" } },
    ],
  }),
  // The push's own answer goes wrong.
  "027": paid({ submit: "answer_lost" }),
  "028": { submit: "html503", endsAtMs: 0, queries: [], callbacks: [] },
  "029": paid({ submit: "error_but_accepted" }),
  // Forged. Only of 030 the payer pays.
  "030": paid({
    callbacks: [
      { atMs: 6_000, said: "one_shilling" },
      { atMs: usualMs, said: "paid" },
    ],
  }),
  "031": forged({ atMs: 6_000, said: "wrong_merchant_id" }),
  "032": forged({ atMs: 6_000, said: "unknown_checkout_id" }),
  "033": forged({ atMs: 6_000, said: "paid", wrongPath: true }),
  "034": forged({ atMs: 6_000, said: "paid", stranger: true }),
  "035": forged({ atMs: 6_000, said: "replay" }, { atMs: 7_000, said: "used_receipt" }),
  "036": paid({ queries: [{ fromMs: queryMs, reply: { code: "1032" } }] }),
  // Real, in other forms.
  "037": paid({ callbacks: [{ atMs: usualMs, said: "masked" }] }),
  "038": paid({ callbacks: [{ atMs: usualMs, said: "no_items" }] }),
  "039": paid({ callbacks: [{ atMs: usualMs, said: "text_code" }] }),
  "040": paid({
    callbacks: [
      { atMs: usualMs, said: "cut_off" },
      { atMs: usualMs + 500, said: "array" },
      { atMs: usualMs + 1_000, said: "huge" },
    ],
  }),
  "041": paid({ submit: "token_refused_once" }),
  "042": paid({ submit: "busy_twice" }),
  "043": paid({
    callbacks: [{ atMs: 90_000, said: "paid" }],
    queries: [
      { fromMs: 0, reply: "too_many" },
      { fromMs: minutes, reply: { code: "0" } },
    ],
  }),
  "044": failed("1032", 12_000, {
    queries: [
      { fromMs: 0, reply: { code: "0" } },
      { fromMs: 12_000, reply: { code: "1032" } },
    ],
  }),
  "050": paid(),
  "051": paid({ reversal: "already" }),
  "052": paid({ reversal: "result_lost" }),
};

/** So long a prompt waits for whoever holds the phone. */
export const promptMs = 60_000;

export const unanswered = failed("1037", promptMs);

export type Tap = "approve" | "wrong-pin" | "cancel" | "no-money";

/** What follows from what somebody does on the phone, this long after the push. */
export function answered(tap: Tap, afterMs: number): Timeline {
  const doneMs = afterMs + 1_500;
  if (tap === "approve")
    return paid({
      moneyAtMs: afterMs + 500,
      endsAtMs: afterMs,
      queries: [{ fromMs: doneMs, reply: { code: "0" } }],
      callbacks: [{ atMs: doneMs, said: "paid" }],
    });
  const code = { "wrong-pin": "2001", cancel: "1032", "no-money": "1" }[tap];
  return failed(code, doneMs, { endsAtMs: afterMs });
}

export const scenarioOf = (phone: string): string | null => /^254[71]00000(\d{3})$/.exec(phone)?.[1] ?? null;
