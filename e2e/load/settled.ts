import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { SseClient } from "@/e2e/support/sse";
import { newId, sha256 } from "@/lib/platform/ids";
import { Booker } from "./booker";
import type { Made } from "./businesses";
import type { Database } from "./database";
import { percentile } from "./numbers";
import type { Program } from "./programs";

export type Settled = { p50: number; p99: number; most: number; answerP50: number };
type Asked = { bookingId: string; paymentId: string; token: string };

const depositMinor = 50_000;
const warmUp = 30;
const perSecond = 10;

/** The product believes what this machine posts, as it does what comes from Safaricom's addresses. */
export const fromSafaricom = { MPESA_ADDRESSES: "127.0.0.1,::1" };

/**
 * From posting a callback, as Safaricom does, to `payment.settled` in a desk's stream: kept, read by a job, its deposit
 * booked, the log, the stream.
 */
export async function settledOf(
  program: Program,
  database: Database,
  seconds: number,
  made: Made,
  cookie: string,
): Promise<Settled> {
  const business = made.businesses[0]!;
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const desk = new SseClient(`${program.url}/api/dashboard/${business.tenantId}/stream`, cookie);
  const booker = new Booker(program.port, made, 1);
  try {
    const deposit = { kind: "fixed", amountMinor: depositMinor };
    await sql`update services set deposit = ${sql.json(deposit)} where tenant_id = ${business.tenantId}`;
    await sql`insert into mpesa_accounts (tenant_id, kind, number) values (${business.tenantId}, 'paybill', '600999')`;
    await booker.closedLoop(4, (booked) => booked >= warmUp + perSecond * seconds);
    const asked = await prompts(sql, business.tenantId);
    await (await desk.open()).level();
    const sentAt = new Map<string, number>();
    const answers: number[] = [];
    const post = async (one: Asked) => {
      const from = performance.now();
      sentAt.set(one.paymentId, from);
      const answer = await fetch(`${program.url}/api/mpesa/callback/${one.token}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(paid(one)),
      });
      if (!answer.ok) throw new Error(`a callback was answered ${answer.status}`);
      answers.push(performance.now() - from);
    };
    for (const one of asked.slice(0, warmUp)) await post(one);
    const timed = asked.slice(warmUp);
    const from = performance.now();
    for (const [n, one] of timed.entries()) {
      const wait = from + (n * 1_000) / perSecond - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      await post(one);
    }
    const arrived = () => desk.frames.filter(({ event }) => event === "payment.settled");
    await desk
      .until(() => arrived().length >= asked.length, 30_000)
      .catch(async () => {
        const became = await sql`select verdict, count(*)::int from payment_callbacks group by verdict`;
        throw new Error(`${arrived().length} of ${asked.length} were settled: ${JSON.stringify(became)}`);
      });
    const tookOf = new Map(arrived().map(({ data, at }) => [String(data.entityId), at]));
    const took = timed.map(({ paymentId }) => tookOf.get(paymentId)! - sentAt.get(paymentId)!);
    return {
      p50: percentile(took, 0.5),
      p99: percentile(took, 0.99),
      most: Math.max(...took),
      answerP50: percentile(answers.slice(warmUp), 0.5),
    };
  } finally {
    desk.close();
    booker.close();
    await sql.end();
  }
}

/** Every booking that waits for its deposit has a prompt on a phone. */
async function prompts(sql: postgres.Sql, tenantId: string): Promise<Asked[]> {
  const waiting = await sql<{ id: string; customerId: string }[]>`
    select id, customer_id as "customerId" from bookings where tenant_id = ${tenantId} and deposit = 'due' order by created_at`;
  const asked = waiting.map(({ id, customerId }) => ({
    bookingId: id,
    customerId,
    paymentId: newId(),
    token: randomBytes(16).toString("hex"),
  }));
  for (const { bookingId, customerId, paymentId, token } of asked) {
    await sql`insert into payments (tenant_id, id, purpose, booking_id, customer_id, method, amount_minor, currency, status, phone,
        reference, shortcode, merchant_request_id, checkout_request_id, asked_at)
      values (${tenantId}, ${paymentId}, 'deposit', ${bookingId}, ${customerId}, 'prompt', ${depositMinor}, 'KES', 'pending',
        '+254711000000', ${`B-${paymentId.slice(-10)}`}, '600999', ${`m-${paymentId}`}, ${`ws_CO_${paymentId}`}, now())`;
    await sql`insert into access_tokens (hash, tenant_id, kind, subject_id)
      values (${sha256(token)}, ${tenantId}, 'payment', ${paymentId})`;
  }
  return asked;
}

const paid = ({ paymentId }: Asked) => ({
  Body: {
    stkCallback: {
      MerchantRequestID: `m-${paymentId}`,
      CheckoutRequestID: `ws_CO_${paymentId}`,
      ResultCode: 0,
      ResultDesc: "The service request is processed successfully.",
      CallbackMetadata: {
        Item: [
          { Name: "Amount", Value: depositMinor / 100 },
          { Name: "MpesaReceiptNumber", Value: receiptOf(paymentId) },
          { Name: "TransactionDate", Value: 20_261_129_120_000 },
          { Name: "PhoneNumber", Value: 254_711_000_000 },
        ],
      },
    },
  },
});

/** Ten letters and digits, another one for each payment. */
const receiptOf = (paymentId: string) => sha256(paymentId).slice(0, 10).toUpperCase();
