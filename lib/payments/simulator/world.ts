import { nairobiTimestamp } from "../daraja/nairobi-time";
import type { SimAccount } from "./accounts";
import type { Random } from "./random";
import type { SimClock } from "./sim-clock";
import type { Tap, Timeline } from "./timeline";

export type Push = {
  account: SimAccount;
  type: string;
  partyB: string;
  amount: number;
  phone: string;
  reference: string;
  callbackUrl: string;
};

export type Prompt = Push & {
  checkoutId: string;
  merchantId: string;
  receipt: string;
  /** When it was accepted. */
  at: number;
  timeline: Timeline;
  /** Nobody's script: it waits for whoever holds the phone. */
  byHand: boolean;
  tap: Tap | "ignore" | null;
  queries: number;
};

/** Money that really moved: what a ledger is compared with. */
export type Moved = {
  receipt: string;
  shortcode: string;
  /** Below zero: given back. */
  amount: number;
  reference: string;
  phone: string;
  at: string;
  reverses?: string;
  checkoutRequestId?: string;
};

export type Callback = {
  id: number;
  url: string;
  shortcode: string;
  body: string;
  from: string;
  dueAt: string;
  status: "planned" | "held" | "sending" | "delivered" | "failed" | "no_route";
  /** What the receiver said each time. */
  answers: { at: string; http: number | null; ms: number }[];
};

export type Payer = { balance?: number; dailyUsed?: number; limit?: number; locked?: boolean };

export type Rule = {
  phone?: string | undefined;
  amount?: number | undefined;
  reference?: string | undefined;
  scenario: string;
  /** How often; for ever when not given. */
  times?: number | undefined;
  /** Of those that match, this share. */
  share?: number | undefined;
};

export type FaultKind = "429" | "500" | "503html" | "timeout" | "reset";
export type LogLine = { at: string; what: string; status: number | null; code?: string; ms: number };

export type World = {
  clock: SimClock;
  random: Random;
  accounts: SimAccount[];
  tokens: Map<string, { account: SimAccount; until: number }>;
  prompts: Map<string, Prompt>;
  /** The last one of each phone: the only one that can be open. */
  lastOf: Map<string, Prompt>;
  till: Moved[];
  callbacks: Callback[];
  payers: Map<string, Payer>;
  rules: Rule[];
  faults: { endpoint: string; kind: FaultKind; count: number }[];
  registered: Map<string, { confirmationUrl: string; validationUrl: string; completes: boolean; hashes: boolean }>;
  pulling: Set<string>;
  log: LogLine[];
  /** When each app asked last, for the limits. */
  asked: Map<string, number[]>;
  /** How often a phone's script has refused already. */
  refusals: Map<string, number>;
  /** While set, callbacks are kept back until they are released. */
  holdsCallbacks: boolean;
  /** Where a callback address leads on this machine; nowhere when it is not the one that was told. */
  route(url: string): string | null;
  /** Reads what was sealed with the simulator's certificate. */
  opened(sealed: string): string | null;
};

export const emptied = () => ({
  tokens: new Map(),
  prompts: new Map(),
  lastOf: new Map(),
  till: [],
  callbacks: [],
  payers: new Map(),
  rules: [],
  faults: [],
  registered: new Map(),
  pulling: new Set<string>(),
  log: [],
  asked: new Map(),
  refusals: new Map(),
  holdsCallbacks: false,
});

export const iso = (ms: number): string => new Date(ms).toISOString();

const longestLog = 5_000;

export function note(world: World, line: Omit<LogLine, "at">): void {
  world.log.push({ at: iso(world.clock.now()), ...line });
  if (world.log.length > longestLog) world.log.splice(0, longestLog / 2);
}

/** Z is no year's letter before 2031: nobody can take it for a real one. */
export function newReceipt({ clock, random }: World): string {
  const [, month, day] = /^\d{4}(\d\d)(\d\d)/.exec(nairobiTimestamp(new Date(clock.now())))!.map(Number);
  const dayLetter = day! < 10 ? String(day) : String.fromCharCode(55 + day!);
  return `Z${String.fromCharCode(64 + month!)}${dayLetter}${random.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 7)}`;
}
