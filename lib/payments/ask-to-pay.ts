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
import { type Owed, owedFor, type PaidFor, purposeOf } from "./internal/owed";
import { moneyTokenHash } from "./payment-token";
import { afterPromptMs, mostPromptMinor, mostPrompts, promptEveryMs, promptMs, promptsAnHour } from "./rules";

export type AskWish = PaidFor & { phone: string };

export type AskRefusal =
  | { refusal: "nothing_due" }
  /** The time was held only until then. */
  | { refusal: "hold_over" }
  | { refusal: "asked_already" }
  /** M-Pesa refuses the same amount on the same phone sooner. */
  | { refusal: "too_soon"; retryAt: string }
  | { refusal: "too_many"; most: number }
  /** That phone has been asked as often in this hour as any may be. */
  | { refusal: "phone_often"; retryAt: string }
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
    const kept = await keepForPayment(scope, owed.bookingId, until);
    // What is kept no longer than the prompt lives would be paid for nothing.
    if (!kept || Date.parse(kept) < at.getTime() + promptMs) return refuse("hold_over");
  }
  const id = newId();
  await write(scope, { id, owed, phone, shortcode: account.shortcode, at });
  return ok({ paymentId: id });
}

/** What has been asked of them before. The booking or sale is locked: nobody asks beside this. */
async function obstacleTo({ tx, tenantId }: Scope, owed: Owed, phone: string): Promise<AskRefusal | null> {
  const at = now().getTime();
  const since = new Date(at - promptEveryMs);
  const hourAgo = new Date(at - hourMs).toISOString();
  const invoiceId = owed.invoiceId ?? null;
  const [asked] = await tx.execute<Asked>(sql`
    select count(*) filter (where (p.booking_id = ${owed.bookingId} or p.sale_id = ${owed.saleId} or p.invoice_id = ${invoiceId})
        and ((p.method = 'prompt' and p.status in ('created', 'submitting', 'pending', 'unknown'))
          or (p.claimed is not null and p.status = 'created')
          -- A person is looking whether it has been paid.
          or (p.booking_id = ${owed.bookingId} and p.status = 'needs_review' and p.doubt is not null)
          -- Its money is here, and pays for it in a moment (take-late-money).
          or (p.booking_id = ${owed.bookingId} and p.status = 'paid_late' and exists (select 1 from refunds r
            where r.tenant_id = p.tenant_id and r.payment_id = p.id and r.why = 'late' and r.status = 'queued'))))::int as open,
      count(*) filter (where p.method = 'prompt' and p.booking_id = ${owed.bookingId} and ${sent()})::int as sent,
      (array_agg(p.created_at order by p.created_at desc) filter (where p.phone = ${phone} and p.method = 'prompt'
        and p.created_at > ${hourAgo} and ${sent()}))[${promptsAnHour}] as nth,
      max(coalesce(p.asked_at, p.created_at)) filter (where p.phone = ${phone} and ${sent()}
        and coalesce(p.asked_at, p.created_at) > ${since.toISOString()}) as last
    from payments p where p.tenant_id = ${tenantId} and (p.booking_id = ${owed.bookingId} or p.sale_id = ${owed.saleId}
      or p.invoice_id = ${invoiceId} or (p.phone = ${phone} and p.created_at > ${hourAgo}))`);
  if (asked!.open > 0) return { refusal: "asked_already" };
  if (asked!.sent >= mostPrompts) return { refusal: "too_many", most: mostPrompts };
  // The one that made it full is an hour old then.
  if (asked!.nth) return { refusal: "phone_often", retryAt: new Date(Date.parse(asked!.nth) + hourMs).toISOString() };
  if (!asked!.last) return null;
  return { refusal: "too_soon", retryAt: new Date(Date.parse(asked!.last) + promptEveryMs).toISOString() };
}

type Asked = { open: number; sent: number; nth: string | null; last: string | null };
const hourMs = 3_600_000;

/** It reached the phone, or may have. */
const sent = () =>
  sql`(p.checkout_request_id is not null or p.status in ('created', 'submitting', 'unknown', 'needs_review'))`;

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
    ...{ invoiceId: owed.invoiceId ?? null, businessId: owed.businessId ?? null },
    purpose: purposeOf(owed),
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
