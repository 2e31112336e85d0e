import type { TransactionSql } from "postgres";
import { keysName, keysPlace } from "@/lib/payments/get-account";
import { credentialsOf, type SimAccount, simulatedAccounts } from "@/lib/payments/simulator/accounts";
import { addDays, localDate } from "@/lib/platform/calendar";
import { sealUnder } from "@/lib/platform/seal";
import { amani } from "./amani";
import { baraka } from "./baraka";
import { tenantIdOf } from "./base";
import { depositsOf, type PaidBooking } from "./paid-deposits";
import { insertRows } from "./rows";
import { firstDemoId, lastDemoId } from "./stable";

const tenantId = tenantIdOf(amani);
const hour = 3_600_000;

/** How the two businesses are paid, and what has come and gone back already: some of everything, also what is doubtful. */
export async function seedMoney(sql: TransactionSql, now: Date): Promise<void> {
  await seedAccounts(sql);
  const bookings = await takeBookings(sql, now);
  await insertRows(
    sql,
    "payments",
    depositsOf(bookings, now).map(({ payment }) => payment),
  );
  for (const one of depositsOf(bookings, now)) {
    await insertRows(sql, "mpesa_receipts", one.receipts);
    await insertRows(
      sql,
      "ledger_transactions",
      one.written.map(({ head }) => head),
    );
    await insertRows(
      sql,
      "ledger_entries",
      one.written.flatMap(({ lines }) => lines),
    );
    await insertRows(sql, "refunds", one.refunds);
  }
  await insertRows(sql, "mpesa_receipts", unasked(now));
  const yesterday = addDays(localDate(now, amani.timeZone), -1);
  await insertRows(sql, "mpesa_days", [
    { tenant_id: tenantId, day: yesterday, listed_minor: 250_000, written_minor: 100_000, compared_at: now, note: "" },
  ]);
}

/** Amani has the simulator's keys; Baraka shows its till, and codes are typed in. */
async function seedAccounts(sql: TransactionSql): Promise<void> {
  await paidBySimulator(sql, tenantId, simulatedAccounts.paybill);
  await insertRows(sql, "mpesa_accounts", [
    { tenant_id: tenantIdOf(baraka), kind: "till", number: "5151515", environment: null },
  ]);
}

/** An account of the simulator's, its keys sealed as an owner would; without a secret to seal them under, the number alone. */
export async function paidBySimulator(sql: TransactionSql, of: string, account: SimAccount): Promise<void> {
  const { shortcode, kind } = account;
  const { consumerKey, consumerSecret, passkey, initiator, environment } = credentialsOf(account);
  const secret = process.env.ENCRYPTION_KEY;
  await insertRows(sql, "mpesa_accounts", [
    { tenant_id: of, kind, number: shortcode, environment: secret ? environment : null },
  ]);
  if (!secret) return;
  const keys = JSON.stringify({ consumerKey, consumerSecret, passkey, initiator });
  await insertRows(sql, "tenant_secrets", [
    { tenant_id: of, name: keysName, sealed: sealUnder(secret, keys, keysPlace(of)) },
  ]);
}

/** Coming visits that were booked on the page, and two that were cancelled: their deposits are what the payments are for. */
async function takeBookings(sql: TransactionSql, now: Date): Promise<PaidBooking[]> {
  const coming = await sql<PaidBooking[]>`
    update bookings b set deposit = 'paid', deposit_minor = 50000
    where b.tenant_id = ${tenantId} and b.id in (
      select id from bookings where tenant_id = ${tenantId} and status = 'confirmed' and source = 'public' and deposit is null
        and id between ${firstDemoId} and ${lastDemoId} and starts_at > ${new Date(now.getTime() + 24 * hour)}
      order by starts_at limit 8)
    returning b.id, b.customer_id as "customerId", b.reference`;
  const over = await sql<PaidBooking[]>`
    select id, customer_id as "customerId", reference from bookings
    where tenant_id = ${tenantId} and status in ('cancelled', 'expired') and deposit is null
      and id between ${firstDemoId} and ${lastDemoId} order by starts_at desc limit 4`;
  return [...coming.map((one) => ({ ...one, coming: true })), ...over.map((one) => ({ ...one, coming: false }))];
}

/** Money that customers sent by typing the number. */
const unasked = (now: Date) =>
  [
    { receipt: "UKR7QW2E1T", amount: 150_000, reference: "NAILS", ago: 20 },
    { receipt: "UKR7QW2E2V", amount: 50_000, reference: "", ago: 3 },
  ].map(({ receipt, amount, reference, ago }) => ({
    tenant_id: tenantId,
    receipt,
    amount_minor: amount,
    reference,
    paid_at: new Date(now.getTime() - ago * hour),
    source: "confirmation",
    created_at: new Date(now.getTime() - ago * hour),
  }));
