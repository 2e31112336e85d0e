import { sql } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { accessTokens } from "@/db/schema/requests";
import { keepForPayment } from "@/lib/bookings/keep-for-payment";
import { planDue } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId, newReference } from "@/lib/platform/ids";
import { readPhone } from "@/lib/platform/phone";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { isMsisdn } from "./daraja/msisdn";
import { darajaAccount } from "./get-account";
import { type Owed, owedFor, type PaidFor } from "./internal/owed";
import { moneyTokenHash } from "./payment-token";
import { afterPromptMs, mostPromptMinor, mostPrompts, promptEveryMs, promptMs } from "./rules";

export type AskWish = PaidFor & { phone: string };

export type AskRefusal =
  | { refusal: "nothing_due" }
  /** The time was held only until then. */
  | { refusal: "hold_over" }
  | { refusal: "asked_already" }
  /** M-Pesa refuses the same amount on the same phone sooner. */
  | { refusal: "too_soon"; retryAt: string }
  | { refusal: "too_many"; most: number }
  | { refusal: "invalid_phone" }
  | { refusal: "too_much"; mostMinor: number }
  /** The business has given us no keys: what was paid is told by its code. */
  | { refusal: "no_prompts" };

/**
 * A payment that a phone will be asked for: its row, with the secret address of its callback, before anything is sent.
 * Whoever calls this sends it once the transaction is kept (send-prompt); a job does when nobody did.
 */
export async function askToPay(scope: Scope, wish: AskWish): Promise<Result<{ paymentId: string }, AskRefusal>> {
  const phone = readPhone(wish.phone);
  if (!phone || !isMsisdn(phone.slice(1))) return refuse("invalid_phone");
  const account = await darajaAccount(scope);
  if (!account) return refuse("no_prompts");
  const owed = await owedFor(scope, wish);
  if ("refusal" in owed) return refuse(owed.refusal);
  if (owed.amountMinor > mostPromptMinor) return refuse("too_much", { mostMinor: mostPromptMinor });
  // Two bookings may want the same phone in one moment.
  await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${scope.tenantId} asks ${phone}`}, 0))`);
  const obstacle = await obstacleTo(scope, owed, phone);
  if (obstacle) return { ok: false, ...obstacle };
  const at = now();
  if (owed.bookingId) {
    const until = new Date(at.getTime() + promptMs + afterPromptMs);
    if (!(await keepForPayment(scope, owed.bookingId, until))) return refuse("hold_over");
  }
  const id = newId();
  await write(scope, { id, owed, phone, shortcode: account.shortcode, at });
  return ok({ paymentId: id });
}

/** What has been asked of them before. The booking or sale is locked: nobody asks beside this. */
async function obstacleTo({ tx, tenantId }: Scope, owed: Owed, phone: string): Promise<AskRefusal | null> {
  const since = new Date(now().getTime() - promptEveryMs);
  const [asked] = await tx.execute<{ open: number; sent: number; last: string | null }>(sql`
    select count(*) filter (where p.method = 'prompt' and p.status in ('created', 'submitting', 'pending', 'unknown')
        and (p.booking_id = ${owed.bookingId} or p.sale_id = ${owed.saleId}))::int as open,
      count(*) filter (where p.method = 'prompt' and p.booking_id = ${owed.bookingId} and ${sent()})::int as sent,
      max(p.asked_at) filter (where p.phone = ${phone} and p.asked_at > ${since.toISOString()}
        and ${sent()}) as last
    from payments p where p.tenant_id = ${tenantId} and (p.booking_id = ${owed.bookingId} or p.sale_id = ${owed.saleId}
      or (p.phone = ${phone} and p.created_at > ${since.toISOString()}))`);
  if (asked!.open > 0) return { refusal: "asked_already" };
  if (asked!.sent >= mostPrompts) return { refusal: "too_many", most: mostPrompts };
  if (!asked!.last) return null;
  return { refusal: "too_soon", retryAt: new Date(Date.parse(asked!.last) + promptEveryMs).toISOString() };
}

/** It reached the phone, or may have. */
const sent = () => sql`(p.checkout_request_id is not null or p.status in ('submitting', 'unknown', 'needs_review'))`;

type New = { id: string; owed: Owed; phone: string; shortcode: string; at: Date };

async function write(scope: Scope, { id, owed, phone, shortcode, at }: New): Promise<void> {
  const { tenantId, tx } = scope;
  const about = {
    bookingId: owed.bookingId,
    saleId: owed.saleId,
    customerId: owed.customerId,
    amountMinor: owed.amountMinor,
    currency: owed.currency,
  };
  await tx.insert(payments).values({
    ...about,
    ...{ tenantId, id, phone, shortcode },
    purpose: owed.bookingId ? "deposit" : "sale",
    method: "prompt",
    status: "created",
    // The payer reads it: the booking's own code, and which of its prompts it is, so that a list tells them apart.
    reference: owed.reference ? `${owed.reference}-${owed.attempt}` : newReference(),
    byUserId: "userId" in scope.actor ? scope.actor.userId : null,
    createdAt: at,
  });
  const hash = moneyTokenHash("payment", id);
  await tx.insert(accessTokens).values({ hash, tenantId, kind: "payment", subjectId: id, createdAt: at });
  await planDue(scope, { kind: "send_prompt", at: new Date(at.getTime() + 3_000), payload: { paymentId: id } });
  recordEvent(scope, { name: "payment.asked", paymentId: id, ...about });
}
