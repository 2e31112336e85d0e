import { sql } from "drizzle-orm";
import { actorMay } from "@/lib/auth/actor-may";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { darajaAccount } from "./get-account";
import { instantOf, type PaymentItem, type PaymentRow, paymentColumns, paymentItem } from "./internal/payment-items";
import { isPaid } from "./rules";

/** What happened to it, in order. Of what Safaricom posted only what was made of it. */
export type PaymentStep =
  | { kind: "asked" | "sent" | "settled"; at: string }
  | { kind: "callback"; at: string; verdict: string | null; times: number; listed: boolean }
  | { kind: "listed"; at: string; source: string }
  | { kind: "written"; at: string; entry: string }
  | { kind: "refund"; at: string; status: string; amountMinor: number }
  | { kind: "looked" | "denied"; at: string; who: string | null };

export type PaymentFacts = PaymentItem & {
  /** For those who may call customers. */
  phone: string | null;
  reference: string | null;
  shortcode: string | null;
  /** How often Safaricom was asked after it. */
  looks: number;
  /** It can be asked again. */
  askable: boolean;
  steps: PaymentStep[];
  position: string;
};

type Row = PaymentRow &
  Record<"phone" | "reference" | "shortcode" | "asked_at" | "checkout_request_id", string | null> & {
    looks: number;
    steps: StepRow[];
  };
type StepRow = { at: string; kind: string; a: string | null; b: string | null; c: boolean | null };

/** One payment with its history, in two statements however long that is. */
export async function getPayment(scope: Scope, id: string): Promise<PaymentFacts | null> {
  const { tenantId, tx } = scope;
  const [head, account, [row]] = await Promise.all([
    headOf(scope),
    darajaAccount(scope),
    tx.execute<Row>(sql`
      select ${paymentColumns(scope)}, p.phone, p.reference, p.shortcode, p.asked_at, p.checkout_request_id, p.looks,
        (select coalesce(json_agg(s order by s.at), '[]') from (
          select c.created_at as at, 'callback' as kind, c.verdict as a, c.times::text as b, c.listed as c
          from payment_callbacks c where c.tenant_id = ${tenantId} and c.payment_id = p.id
          union all
          select coalesce(m.listed_at, m.created_at), 'listed', m.source, null, null from mpesa_receipts m
          where m.tenant_id = ${tenantId} and m.payment_id = p.id and m.source <> 'callback'
          union all
          select t.created_at, 'written', t.kind, null, null from ledger_transactions t
          where t.tenant_id = ${tenantId} and t.payment_id = p.id
            and t.kind in ('deposit', 'sale', 'payment', 'money_late', 'verified', 'taken_back')
          union all
          select coalesce(r.done_at, r.created_at), 'refund', r.status, r.amount_minor::text, null from refunds r
          where r.tenant_id = ${tenantId} and r.payment_id = p.id
          union all
          select a.at, split_part(a.action, '.', 2), (select u.name from users u where u.id = a.user_id), null, null
          from audit_entries a where a.tenant_id = ${tenantId} and a.entity = 'payment' and a.entity_id = p.id
            and a.action in ('payment.looked', 'payment.denied')
        ) s) as steps
      from payments p where p.tenant_id = ${tenantId} and p.id = ${id}`),
  ]);
  if (!row) return null;
  const item = paymentItem(row);
  return {
    ...item,
    phone: actorMay(scope.actor, "customers.contact") ? row.phone : null,
    reference: row.reference,
    shortcode: row.shortcode,
    looks: row.looks,
    askable: account !== null && (item.method === "prompt" || item.method === "code") && !isKnown(item),
    steps: stepsOf(row, item),
    position: writePosition(head),
  };
}

/** Paid, and by which of its codes M-Pesa has said itself: there is nothing left to ask. */
const isKnown = ({ status, receipt, proof }: PaymentItem): boolean =>
  isPaid(status) && receipt !== null && proof !== "word";

function stepsOf(row: Row, { at, settledAt }: PaymentItem): PaymentStep[] {
  const askedAt = instantOf(row.asked_at);
  const own: PaymentStep[] = [
    { kind: "asked", at },
    ...(askedAt ? [{ kind: "sent" as const, at: askedAt }] : []),
    ...(settledAt ? [{ kind: "settled" as const, at: settledAt }] : []),
  ];
  return [...own, ...row.steps.map(stepOf)].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function stepOf({ at: given, kind, a, b, c }: StepRow): PaymentStep {
  const at = new Date(given).toISOString();
  switch (kind) {
    case "callback":
      return { kind, at, verdict: a, times: Number(b), listed: c === true };
    case "listed":
      return { kind, at, source: a ?? "" };
    case "refund":
      return { kind, at, status: a ?? "", amountMinor: Number(b) };
    case "looked":
    case "denied":
      return { kind, at, who: a };
    default:
      return { kind: "written", at, entry: a ?? "" };
  }
}
