import { sql } from "drizzle-orm";
import type { PaymentStatus } from "@/db/schema/payments";
import { shownAccount } from "@/lib/payments/get-account";
import { owedOf } from "@/lib/payments/lock-sale";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { receiptToken } from "./receipt-token";

/** What somebody owes for a booking, and what says that it is paid. */
export type OwnMoney = {
  currency: string;
  due: {
    amountMinor: number;
    /** What remains of a sale; otherwise it is the deposit. */
    saleId: string | null;
    /** `asked`: a phone is being asked. `looked_at`: a person sees whether any of it came. `failed`: the last time came to nothing. */
    state: "open" | "asked" | "looked_at" | "failed";
  } | null;
  /** A receipt's link, or that the deposit is here. */
  paid: { receipt: string } | "deposit" | null;
};

/** `prompts`: phones can be asked in the name of this house. */
export type OwnDues = { prompts: boolean; of: Map<string, OwnMoney> };

type Row = {
  id: string;
  currency: string;
  deposit: "due" | "paid" | "waived" | null;
  deposit_minor: string | null;
  is_held: boolean;
  sale_id: string | null;
  owed: string | null;
  closed: boolean;
  latest: PaymentStatus | null;
  asked: boolean;
  looked_at: boolean;
};

/** Of these bookings, in one question; whose they are was asked before. */
export async function ownMoney(scope: Scope, bookingIds: readonly string[]): Promise<OwnDues> {
  const { tx, tenantId } = scope;
  const [rows, account] = await Promise.all([
    tx.execute<Row>(sql`
      select b.id, b.currency, b.deposit, b.deposit_minor,
        b.status = 'held' and b.expires_at > ${now().toISOString()} as is_held,
        s.id as sale_id, ${owedOf()} as owed, coalesce(s.status = 'closed', false) as closed, p.latest,
        coalesce(p.looked_at, false) as looked_at, coalesce(p.asked, false) as asked
      from bookings b
      left join sales s on s.tenant_id = b.tenant_id and s.booking_id = b.id and s.status <> 'voided'
      left join lateral (select bool_or(p.status = 'needs_review' and p.doubt is not null) as looked_at,
          bool_or(p.status in ('created', 'submitting', 'pending', 'unknown')) as asked,
          (array_agg(p.status order by p.created_at desc, p.id desc) filter (where s.id is null or p.sale_id = s.id))[1] as latest
        from payments p where p.tenant_id = b.tenant_id and (p.sale_id = s.id or p.booking_id = b.id)) p on true
      where b.tenant_id = ${tenantId} and b.id = any(${`{${bookingIds.join(",")}}`}::uuid[])`),
    shownAccount(scope),
  ]);
  return { prompts: account?.prompts ?? false, of: new Map(rows.map((row) => [row.id, moneyOf(row)])) };
}

function moneyOf(row: Row): OwnMoney {
  const owed = row.sale_id
    ? Math.max(0, Number(row.owed))
    : row.deposit === "due" && row.is_held
      ? Number(row.deposit_minor)
      : 0;
  const due = owed > 0 ? { amountMinor: owed, saleId: row.sale_id, state: stateOf(row) } : null;
  return { currency: row.currency, due, paid: due ? null : paidBy(row) };
}

const failed: ReadonlySet<PaymentStatus> = new Set(["declined", "expired", "config_error"]);

function stateOf({ latest, asked, looked_at: isLookedAt }: Row): NonNullable<OwnMoney["due"]>["state"] {
  if (isLookedAt) return "looked_at";
  if (asked) return "asked";
  return latest && failed.has(latest) ? "failed" : "open";
}

function paidBy({ sale_id: saleId, closed, deposit }: Row): OwnMoney["paid"] {
  if (saleId && closed) return { receipt: receiptToken(saleId) };
  return !saleId && deposit === "paid" ? "deposit" : null;
}
