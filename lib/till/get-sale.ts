import { sql } from "drizzle-orm";
import type { PaymentMethod, PaymentStatus } from "@/db/schema/payments";
import type { RewardKind } from "@/db/schema/rewards";
import type { SaleStatus } from "@/db/schema/till";
import { actorMay } from "@/lib/auth/actor-may";
import { shownAccount } from "@/lib/payments/get-account";
import { owedOf, paidOf } from "@/lib/payments/lock-sale";
import { isOwn } from "@/lib/payments/own-request";
import type { Scope } from "@/lib/tenancy/scope";
import { receiptToken } from "./receipt-token";
import { shownStatus } from "./rules";

export type SaleLine = {
  id: string;
  kind: "service" | "product";
  serviceId: string | null;
  productId: string | null;
  name: string;
  staffId: string | null;
  staffName: string | null;
  quantity: number;
  unitMinor: number;
  discountMinor: number;
};

export type SalePayment = {
  id: string;
  method: PaymentMethod | "deposit";
  status: PaymentStatus;
  amountMinor: number;
  changeMinor: number;
  /** M-Pesa's code, or what the card's slip says. */
  detail: string | null;
  /** Why it was not paid, in Safaricom's code. */
  resultCode: string | null;
  at: string;
};

export type SaleRefund = {
  id: string;
  amountMinor: number;
  method: string;
  status: string;
  why: string;
  note: string;
  receipt: string | null;
  askedBy: string | null;
  /** Whoever looks at it asked for it, and somebody else decides. */
  own: boolean;
  approvedBy: string | null;
  at: string;
};

export type SaleFacts = {
  id: string;
  number: number;
  status: SaleStatus;
  bookingId: string | null;
  visitId: string | null;
  customer: { id: string; name: string; phone: string | null; email: string | null } | null;
  lines: SaleLine[];
  subtotalMinor: number;
  discountMinor: number;
  discountReason: string;
  /** What it took a reward for, and what of the discount that is. */
  voucher: { code: string; name: string; kind: RewardKind; offMinor: number } | null;
  tipMinor: number;
  vatMinor: number;
  vatPercent: number | null;
  totalMinor: number;
  owedMinor: number;
  /** Less what was given back. */
  paidMinor: number;
  /** Paid too much, and waiting among the refunds to be given back. */
  dueBackMinor: number;
  /** Kept of what was paid, so that much can be given back. */
  refundableMinor: number;
  currency: string;
  revision: number;
  payments: SalePayment[];
  /** Where M-Pesa is paid to, and whether a phone can be asked for it; null for a business that takes none. */
  mpesa: { kind: "till" | "paybill"; number: string; prompts: boolean } | null;
  refunds: SaleRefund[];
  voidReason: string;
  createdAt: string;
  closedAt: string | null;
  receiptToken: string;
};

/** One sale with what was paid of it, or null when there is none. */
export async function getSale(scope: Scope, id: string): Promise<SaleFacts | null> {
  const { actor, tenantId, tx } = scope;
  const mayCall = actorMay(actor, "customers.contact");
  const contact = mayCall ? sql`c.phone, 'email', c.email` : sql`null, 'email', null`;
  const [[row], mpesa] = await Promise.all([
    tx.execute<{ sale: string }>(sql`
    select json_build_object(
      'id', s.id, 'number', s.number, 'status', s.status, 'bookingId', s.booking_id, 'visitId', s.visit_id,
      'customer', (select json_build_object('id', c.id, 'name', c.name, 'phone', ${contact}) from customers c
        where c.tenant_id = s.tenant_id and c.id = s.customer_id),
      'lines', (select coalesce(json_agg(json_build_object('id', l.id,
          'kind', case when l.service_id is null then 'product' else 'service' end, 'serviceId', l.service_id,
          'productId', l.product_id, 'name', l.name, 'staffId', l.staff_id, 'staffName', p.name,
          'quantity', l.quantity, 'unitMinor', l.unit_minor, 'discountMinor', l.discount_minor) order by l.position), '[]')
        from sale_lines l left join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
        where l.tenant_id = s.tenant_id and l.sale_id = s.id),
      'subtotalMinor', s.subtotal_minor, 'discountMinor', s.discount_minor, 'discountReason', s.discount_reason,
      'voucher', (select json_build_object('code', v.code, 'name', v.name, 'kind', v.kind, 'offMinor', v.off_minor)
        from vouchers v where v.tenant_id = s.tenant_id and v.sale_id = s.id),
      'tipMinor', s.tip_minor, 'vatMinor', s.vat_minor, 'vatPercent', s.vat_percent, 'totalMinor', s.total_minor,
      'owedMinor', ${owedOf()}, 'paidMinor', ${paidOf()}, 'currency', s.currency, 'revision', s.revision,
      'payments', (select coalesce(json_agg(json_build_object('id', p.id, 'method', p.method, 'status', p.status,
          'amountMinor', p.amount_minor, 'changeMinor', coalesce(p.tendered_minor - p.amount_minor, 0),
          'detail', coalesce(p.receipt, p.slip), 'resultCode', p.result_code, 'at', coalesce(p.settled_at, p.created_at)) order by p.created_at, p.id), '[]')
        from payments p where p.tenant_id = s.tenant_id and p.sale_id = s.id),
      'deposit', (select json_build_object('amountMinor', sum(e.debit_minor - e.credit_minor), 'at', min(t.at))
        from ledger_transactions t
        join ledger_entries e on e.tenant_id = t.tenant_id and e.transaction_id = t.id and e.account = 'deposits'
        where t.tenant_id = s.tenant_id and t.sale_id = s.id),
      'refunds', (select coalesce(json_agg(json_build_object('id', r.id, 'amountMinor', r.amount_minor,
          'method', coalesce(r.method, 'reversal'), 'status', r.status, 'why', r.why, 'note', r.note,
          'receipt', r.receipt, 'askedBy', a.name, 'own', ${isOwn(scope, sql`r.by_user_id`)}, 'approvedBy', b.name, 'at', coalesce(r.done_at, r.created_at))
          order by r.created_at, r.id), '[]')
        from refunds r left join users a on a.id = r.by_user_id left join users b on b.id = r.approved_by
        where r.tenant_id = s.tenant_id and r.sale_id = s.id),
      'voidReason', s.void_reason, 'createdAt', s.created_at, 'closedAt', s.closed_at)::text as sale
    from sales s where s.tenant_id = ${tenantId} and s.id = ${id}`),
    shownAccount(scope),
  ]);
  if (!row) return null;
  return { ...shown(JSON.parse(row.sale) as Stored), mpesa };
}

type Stored = Omit<SaleFacts, "mpesa" | "dueBackMinor" | "refundableMinor" | "receiptToken"> & {
  deposit: { amountMinor: number | null; at: string | null };
};

const iso = (at: string) => new Date(at).toISOString();
/** Nothing more goes back by it. */
const over: ReadonlySet<string> = new Set(["done", "withdrawn"]);
const sumOf = (all: readonly { amountMinor: number }[]) => all.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

function shown({ deposit, ...sale }: Stored): Omit<SaleFacts, "mpesa"> {
  const used: SalePayment[] = deposit.amountMinor
    ? [
        {
          id: "deposit",
          method: "deposit",
          status: "paid",
          amountMinor: deposit.amountMinor,
          changeMinor: 0,
          detail: null,
          resultCode: null,
          at: deposit.at!,
        },
      ]
    : [];
  const payments = [...used, ...sale.payments].map((payment) => ({ ...payment, at: iso(payment.at) }));
  const going = sale.refunds.filter(({ status, why }) => !over.has(status) && why !== "late");
  const due = going.filter(({ status }) => status !== "asked");
  return {
    ...sale,
    status: shownStatus(sale.status, sale.owedMinor),
    payments,
    refunds: sale.refunds.map((refund) => ({ ...refund, at: iso(refund.at) })),
    dueBackMinor: sumOf(due),
    refundableMinor: Math.max(0, sale.paidMinor - sumOf(going)),
    createdAt: iso(sale.createdAt),
    closedAt: sale.closedAt && iso(sale.closedAt),
    receiptToken: receiptToken(sale.id),
  };
}
