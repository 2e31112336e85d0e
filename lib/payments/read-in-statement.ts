import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { doubt } from "./internal/doubt";
import { isNamed, keepReceipts } from "./internal/keep-receipts";
import { lockPayment } from "./internal/payment";
import { isPaid } from "./rules";
import type { Statement } from "./statement";

/** A code that was typed in and the statement, where the two do not agree. */
export type CodeAtOdds = {
  paymentId: string;
  receipt: string;
  typedMinor: number;
  /** Null for one that the statement, though it covers its day, does not have. */
  listedMinor: number | null;
  customerName: string | null;
};

export type StatementReading = {
  lines: number;
  others: number;
  period: { from: string; to: string } | null;
  /** Codes typed in that it vouches for; payments that it shows to have been made; those that were known before. */
  verified: number;
  settled: number;
  known: number;
  /** For nothing that we know of. */
  unknown: number;
  differing: CodeAtOdds[];
  missing: CodeAtOdds[];
};

type Kind = "verified" | "settled" | "known" | "unknown" | "differs";
type Row = {
  receipt: string;
  amount: string;
  kind: Kind;
  payment_id: string | null;
  typed: string | null;
  name: string | null;
};

/** What a statement would say of what is written down here. Nothing is changed. */
export async function previewStatement(scope: Scope, statement: Statement): Promise<StatementReading> {
  const [rows, missing] = await Promise.all([sorted(scope, statement), missingIn(scope, statement)]);
  return readingOf(statement, rows, missing);
}

const manyAtOnce = 200;

/**
 * Reads it in: what was somebody's word is verified, what was not known waits for a person unless it is left out. In parts,
 * each a transaction of its own, so that nobody at the desk waits for a month of lines. Where it breaks off, what has been
 * read stays, and the same file read once more goes on.
 */
export async function readInStatement(
  tenantId: string,
  actor: Actor,
  statement: Statement,
  { keepUnknown }: { keepUnknown: boolean },
): Promise<StatementReading> {
  const within = <T>(work: (scope: Scope) => Promise<T>) => withTenant(tenantId, actor, work);
  const { reading, wanted } = await within((scope) => begin(scope, statement, keepUnknown));
  for (const part of inParts(wanted)) await within((scope) => keepReceipts(scope, part, "csv"));
  const doubts = [
    ...reading.differing.map(({ paymentId }) => ({ paymentId, why: "amount_differs" })),
    ...reading.missing.map(({ paymentId }) => ({ paymentId, why: "not_in_statement" })),
  ];
  for (const part of inParts(doubts))
    await within(async (scope) => {
      for (const { paymentId, why } of part) await doubtAbout(scope, paymentId, why);
    });
  await within(async (scope) => recordEvent(scope, { name: "money.sorted", tenantId }));
  return reading;
}

/** Before anything is changed it is written down who changes it. */
async function begin(scope: Scope, statement: Statement, keepUnknown: boolean) {
  const [rows, missing] = await Promise.all([sorted(scope, statement), missingIn(scope, statement)]);
  const reading = readingOf(statement, rows, missing);
  const kinds = new Map(rows.map(({ receipt, kind }) => [receipt, kind]));
  const wanted = statement.rows.filter(({ receipt }) => keepUnknown || kinds.get(receipt) !== "unknown");
  const { verified, settled, unknown, lines, period } = reading;
  await recordAudit(scope, {
    action: "statement.read",
    entity: "tenant",
    entityId: scope.tenantId,
    after: { lines, verified, settled, unknown, keptUnknown: keepUnknown, ...(period ?? {}) },
  });
  return { reading, wanted };
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += manyAtOnce) yield all.slice(at, at + manyAtOnce);
}

/** One that has been taken off the books since is no question any more. */
async function doubtAbout(scope: Scope, paymentId: string, why: string): Promise<void> {
  const payment = await lockPayment(scope, paymentId);
  if (payment && isPaid(payment.status)) await doubt(scope, payment, why);
}

/** Each line beside what is known of it, as keep-receipts finds it. */
async function sorted({ tx, tenantId }: Scope, { rows }: Statement): Promise<Row[]> {
  if (rows.length === 0) return [];
  const given = JSON.stringify(
    rows.map(({ receipt, amountMinor, reference }) => ({ receipt, amount: amountMinor, reference })),
  );
  return tx.execute<Row>(sql`
    select r.receipt, r.amount, by_code.id as payment_id, by_code.amount_minor as typed,
      (select c.name from customers c where c.tenant_id = ${tenantId} and c.id = by_code.customer_id) as name,
      case when by_code.id is not null and by_code.amount_minor <> r.amount then 'differs'
        when by_code.proof = 'word' then 'verified'
        when by_code.id is not null or m.payment_id is not null or m.settled_as is not null then 'known'
        when asked.found or typed.found then 'settled' else 'unknown' end as kind
    from json_to_recordset(${given}::text::json) as r (receipt text, amount bigint, reference text)
    left join payments by_code on by_code.tenant_id = ${tenantId} and by_code.receipt = r.receipt
    left join mpesa_receipts m on m.tenant_id = ${tenantId} and m.receipt = r.receipt
    left join lateral (
      select true as found from payments p where p.tenant_id = ${tenantId} and p.amount_minor = r.amount
        and p.receipt is null and p.method in ('prompt', 'code')
        and ((r.reference <> '' and p.reference = r.reference) or p.claimed = r.receipt) limit 1
    ) asked on by_code.id is null
    left join lateral (
      select true as found from bookings b where b.tenant_id = ${tenantId} and ${isNamed(sql`upper(regexp_replace(r.reference, '\\s', '', 'g'))`, sql`r.amount`)} limit 1
    ) typed on by_code.id is null and asked.found is null`);
}

/** Codes typed in within its time that it does not have. */
async function missingIn({ tx, tenantId }: Scope, { rows, period }: Statement): Promise<CodeAtOdds[]> {
  if (!period) return [];
  const has = JSON.stringify(rows.map(({ receipt }) => receipt));
  const found = await tx.execute<{ id: string; receipt: string; typed: string; name: string | null }>(sql`
    select p.id, p.receipt, p.amount_minor as typed,
      (select c.name from customers c where c.tenant_id = ${tenantId} and c.id = p.customer_id) as name
    from payments p where p.tenant_id = ${tenantId} and p.proof = 'word' and p.status in ('paid', 'paid_late')
      and p.method in ('code', 'prompt') and p.receipt is not null
      and p.settled_at between ${period.from.toISOString()} and ${period.to.toISOString()}
      and p.receipt not in (select value from json_array_elements_text(${has}::text::json))
    order by p.settled_at, p.id limit 500`);
  return found.map(({ id, receipt, typed, name }) => ({
    ...{ paymentId: id, receipt, typedMinor: Number(typed), listedMinor: null, customerName: name },
  }));
}

function readingOf(
  { rows, others, period }: Statement,
  found: readonly Row[],
  missing: CodeAtOdds[],
): StatementReading {
  const count = (kind: Kind) => found.filter((row) => row.kind === kind).length;
  return {
    lines: rows.length,
    others,
    period: period && { from: period.from.toISOString(), to: period.to.toISOString() },
    verified: count("verified"),
    settled: count("settled"),
    known: count("known"),
    unknown: count("unknown"),
    differing: found
      .filter(({ kind }) => kind === "differs")
      .map(({ receipt, amount, payment_id: id, typed, name }) => ({
        ...{ paymentId: id!, receipt, typedMinor: Number(typed), listedMinor: Number(amount), customerName: name },
      })),
    missing,
  };
}
