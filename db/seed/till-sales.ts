import type { TransactionSql } from "postgres";
import { localDate } from "@/lib/platform/calendar";
import { sha256 } from "@/lib/platform/ids";
import { priceSale } from "@/lib/till/price";
import type { Priced } from "@/lib/till/rules";
import type { DemoBusiness, DemoProduct } from "./businesses";
import { productIdOf } from "./products";
import { demoId, dice } from "./stable";

const minute = 60_000;
const shilling = 100;

type VisitLine = { id: string; serviceId: string; name: string; staffId: string; priceMinor: number };
/** What was done, or for somebody who only buys something, when. */
export type Charged = {
  id: string;
  visitId: string | null;
  bookingId: string | null;
  customerId: string;
  at: Date;
  lines: VisitLine[];
};

export type Tender = { method: "cash" | "card" | "prompt"; amountMinor: number; tenderedMinor: number | null };
type Line = Priced & {
  serviceId: string | null;
  productId: string | null;
  name: string;
  staffId: string | null;
  ofLineId: string | null;
};
export type Sold = {
  id: string;
  about: Charged;
  day: string;
  at: Date;
  lines: Line[];
  bill: ReturnType<typeof priceSale>;
  discountReason: string;
  tenders: Tender[];
  open: boolean;
};

/** Visits that are done and that nobody has charged, oldest first. */
export async function uncharged(sql: TransactionSql, tenantId: string, from: Date, now: Date): Promise<Charged[]> {
  const rows = await sql<(Omit<Charged, "visitId" | "lines"> & { lines: string })[]>`
    select v.id, v.booking_id as "bookingId", v.customer_id as "customerId", v.completed_at as at,
      (select json_agg(json_build_object('id', l.id, 'serviceId', l.service_id, 'name', l.service_name,
          'staffId', l.staff_id, 'priceMinor', l.price_minor) order by l.position)::text
        from visit_lines l where l.tenant_id = v.tenant_id and l.visit_id = v.id) as lines
    from visits v
    where v.tenant_id = ${tenantId} and v.completed_at between ${from} and ${now} and v.voided_at is null
      and not exists (select from sales s where s.tenant_id = v.tenant_id
        and (s.visit_id = v.id or s.booking_id = v.booking_id))
    order by v.completed_at, v.id`;
  return rows.flatMap(({ lines, ...row }) =>
    lines ? [{ ...row, visitId: row.id, lines: JSON.parse(lines) as VisitLine[] }] : [],
  );
}

const receiptOf = (name: string): string => `Z${sha256(`receipt ${name}`).slice(0, 9).toUpperCase()}`;
export const receiptFor = (sale: Sold, nth: number): string => receiptOf(`${sale.id} ${nth}`);

/** As such sales are: some with a tip or a bottle of something, few with something let off. */
export function soldTo(business: DemoBusiness, about: Charged, now: Date, open: boolean): Sold {
  const throws = dice(`sale ${about.id}`);
  const at = new Date(Math.min(about.at.getTime() + throws.between(1, 6) * minute, now.getTime()));
  // What costs nothing is used and not sold.
  const products = (business.products ?? []).filter(({ price }) => price > 0);
  const takes = products.length > 0 && (about.lines.length === 0 || throws.chance(0.2));
  const lines: Line[] = [
    ...about.lines.map((line) => ({
      kind: "service" as const,
      quantity: 1,
      unitMinor: line.priceMinor,
      serviceId: line.serviceId,
      productId: null,
      name: line.name,
      staffId: line.staffId,
      ofLineId: line.id,
    })),
    ...(takes ? [productLine(business, throws.pick(products), about.lines.length === 0 ? 2 : 1)] : []),
  ];
  const discounted = !open && throws.chance(0.06);
  const bill = priceSale({
    lines,
    discount: discounted ? { kind: "percent", percent: 10 } : undefined,
    tipMinor: !open && throws.chance(0.25) ? throws.between(1, 6) * 50 * shilling : 0,
    vatPercent: business.vatPercent ?? null,
  });
  return {
    id: demoId(`sale/${about.id}`),
    about,
    day: localDate(at, business.timeZone),
    at,
    lines,
    bill,
    discountReason: discounted ? throws.pick(["Had to wait", "Comes every week", "Birthday"]) : "",
    tenders: open ? halfOf(bill.totalMinor) : tendersOf(bill.totalMinor, throws.roll()),
    open,
  };
}

const productLine = (business: DemoBusiness, product: DemoProduct, quantity: number): Line => ({
  kind: "product",
  quantity,
  unitMinor: product.price * shilling,
  serviceId: null,
  productId: productIdOf(business, product.key),
  name: product.name,
  staffId: null,
  ofLineId: null,
});

const notes = (minor: number) => Math.ceil(minor / (500 * shilling)) * 500 * shilling;
const cash = (amountMinor: number): Tender => ({ method: "cash", amountMinor, tenderedMinor: notes(amountMinor) });
const whole = (method: "card" | "prompt", amountMinor: number): Tender => ({
  method,
  amountMinor,
  tenderedMinor: null,
});

function tendersOf(totalMinor: number, roll: number): Tender[] {
  if (totalMinor === 0) return [];
  // A phone is asked for whole shillings.
  if (roll < 0.5 && totalMinor % shilling === 0) return [whole("prompt", totalMinor)];
  if (roll < 0.85) return [cash(totalMinor)];
  if (roll < 0.95) return [whole("card", totalMinor)];
  const part = Math.floor(totalMinor / 2 / shilling) * shilling;
  return [whole("prompt", part), cash(totalMinor - part)];
}

const halfOf = (totalMinor: number): Tender[] => [cash(Math.floor(totalMinor / 2 / (100 * shilling)) * 100 * shilling)];
