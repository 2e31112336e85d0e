import { sql } from "drizzle-orm";
import type { PaymentMethod, PaymentStatus, Proof } from "@/db/schema/payments";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { classOf, type ResultClass } from "./daraja/result-codes";
import { type ShownAccount, shownAccount } from "./get-account";
import { mostPrompts, promptEveryMs } from "./rules";

export type Deposit = {
  amountMinor: number;
  currency: string;
  /** `lapsed`: not paid, and the time was held only until then. `owed`: the time stands, what was said to be paid never came. */
  state: "due" | "paid" | "waived" | "lapsed" | "owed";
  expiresAt: string | null;
  /** What the payer types where nobody asks their phone. */
  reference: string;
  prompts: boolean;
  account: Pick<ShownAccount, "kind" | "number"> | null;
  promptsLeft: number;
  /** Somebody of the house is looking whether it has been paid: nobody pays meanwhile. */
  isLookedAt: boolean;
  /** The same phone may be asked again then. */
  nextAskAt: string | null;
  latest: {
    status: PaymentStatus;
    why: ResultClass | null;
    askedAt: string | null;
    receipt: string | null;
    method: PaymentMethod;
    /** The code that they typed, while M-Pesa is asked about it. */
    claimed: string | null;
    /** A code that was taken on their word: it can be typed again. */
    isUnverified: boolean;
  } | null;
};

type BookingRow = {
  deposit: "due" | "paid" | "waived";
  deposit_minor: string;
  currency: string;
  status: string;
  expires_at: string | null;
  reference: string;
};

type PaymentRow = {
  status: PaymentStatus;
  method: PaymentMethod;
  result_code: string | null;
  asked_at: string | null;
  receipt: string | null;
  claimed: string | null;
  proof: Proof | null;
  sent: boolean;
  looked_at: boolean;
};

/** Where the deposit of a booking stands; null when it has none, or the booking is not this actor's. */
export async function getDeposit(scope: Scope, bookingId: string): Promise<Deposit | null> {
  const { tx, tenantId, actor } = scope;
  const mine = actor.kind === "customer" ? sql`and customer_id = ${actor.customerId}` : sql``;
  const [[booking], asked, account] = await Promise.all([
    tx.execute<BookingRow>(sql`
      select deposit, deposit_minor, currency, status, expires_at, reference from bookings
      where tenant_id = ${tenantId} and id = ${bookingId} and deposit is not null ${mine}`),
    tx.execute<PaymentRow>(sql`
      select status, method, result_code, asked_at, receipt, claimed, proof, checkout_request_id is not null as sent,
        status = 'needs_review' and doubt is not null as looked_at from payments
      where tenant_id = ${tenantId} and booking_id = ${bookingId}
      order by (status in ('paid', 'paid_late')) desc, created_at desc limit 20`),
    shownAccount(scope),
  ]);
  if (!booking) return null;
  const sent = asked.filter((one) => one.method === "prompt" && one.sent);
  const [latest] = asked;
  return {
    amountMinor: Number(booking.deposit_minor),
    currency: booking.currency,
    state: stateOf(booking),
    expiresAt: booking.expires_at && new Date(booking.expires_at).toISOString(),
    reference: booking.reference,
    prompts: account?.prompts ?? false,
    account: account && { kind: account.kind, number: account.number },
    promptsLeft: Math.max(0, mostPrompts - sent.length),
    isLookedAt: booking.deposit === "due" && asked.some((one) => one.looked_at),
    nextAskAt: nextAskAt(sent),
    latest: latest ? latestOf(latest) : null,
  };
}

const stands: ReadonlySet<string> = new Set(["requested", "confirmed", "arrived", "in_service"]);

function stateOf({ deposit, status, expires_at: until }: BookingRow): Deposit["state"] {
  if (deposit !== "due") return deposit;
  if (stands.has(status)) return "owed";
  return status === "held" && until && Date.parse(until) > now().getTime() ? "due" : "lapsed";
}

function nextAskAt(sent: readonly PaymentRow[]): string | null {
  const last = Math.max(0, ...sent.map(({ asked_at: at }) => (at ? Date.parse(at) : 0)));
  const next = last + promptEveryMs;
  return next > now().getTime() ? new Date(next).toISOString() : null;
}

function latestOf({
  status,
  method,
  result_code: code,
  asked_at: askedAt,
  receipt,
  claimed,
  proof,
}: PaymentRow): Deposit["latest"] {
  const why =
    code === null ? null : code.startsWith("not_sent") || code === "never_sent" ? "retry_later" : classOf(code);
  const isUnverified = method === "code" && proof === "word";
  return { status, method, why, receipt, claimed, isUnverified, askedAt: askedAt && new Date(askedAt).toISOString() };
}
