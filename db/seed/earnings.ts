import type { TransactionSql } from "postgres";
import { type Entry, staffHasEarned } from "@/lib/payments/ledger";
import { type Earned, earnedBy } from "@/lib/payroll/earned";
import type { Rate } from "@/lib/payroll/rules";
import { staffIdOf, tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { productIdOf } from "./products";
import { insertRows } from "./rows";
import { demoId } from "./stable";
import type { Sold } from "./till-sales";

const perBottle = 5_000;
const currency = "KES";
const before = "2000-01-01";

/** What is earned in the demo: as the profiles say, and so much for each bottle that somebody sells. */
const ratesOf = (business: DemoBusiness): Rate[] => [
  ...business.staff.flatMap(({ key, commissionBp }): Rate[] =>
    commissionBp
      ? [
          {
            ...{ staffId: staffIdOf(business, key), about: "services", thingId: null },
            ...{ kind: "percent", rate: commissionBp, fromDay: before },
          },
        ]
      : [],
  ),
  { staffId: null, about: "products", thingId: null, kind: "percent", rate: 1_000, fromDay: before },
  ...(business.products ?? []).slice(0, 1).map(
    ({ key }): Rate => ({
      ...{ staffId: null, about: "product", thingId: productIdOf(business, key) },
      ...{ kind: "amount", rate: perBottle, fromDay: before },
    }),
  ),
];

/** What people earned by a sale that is paid. */
export const earnedIn = (business: DemoBusiness, { lines, bill, open, day, id }: Sold): Earned[] =>
  open
    ? []
    : earnedBy({
        lines: lines.map(({ staffId, name, kind, serviceId, productId, quantity, unitMinor }, at) => ({
          ...{ id: demoId(`sale line/${id}/${at}`), staffId, name, kind, quantity },
          thingId: (serviceId ?? productId)!,
          leftMinor: quantity * unitMinor - bill.lines[at]!.discountMinor,
          tipMinor: bill.lines[at]!.tipMinor,
        })),
        claim: bill.claim,
        wholeMinor: bill.subtotalMinor - bill.discountMinor - bill.vatMinor,
        day,
        rates: ratesOf(business),
        written: [],
      }).filter(({ amountMinor }) => amountMinor !== 0);

/** The same as the ledger has it. */
export function earnedEntries(business: DemoBusiness, sale: Sold): Entry[] {
  const earned = earnedIn(business, sale);
  const sum = (kind: Earned["kind"]) =>
    earned.reduce((minor, one) => (one.kind === kind ? minor + one.amountMinor : minor), 0);
  return staffHasEarned(sum("commission"), sum("tip"));
}

export const earningRows = (business: DemoBusiness, sale: Sold) =>
  earnedIn(business, sale).map(({ staffId, lineId, kind, name, baseMinor, amountMinor, rate }, nth) => ({
    tenant_id: tenantIdOf(business),
    id: demoId(`earning/${sale.id}/${nth}`),
    staff_id: staffId,
    sale_id: sale.id,
    sale_line_id: lineId,
    kind,
    name,
    base_minor: baseMinor,
    rate_kind: rate?.kind ?? null,
    rate: rate?.rate ?? null,
    amount_minor: amountMinor,
    currency,
    at: sale.at,
    day: sale.day,
    source: `sale ${sale.id} ${nth}`,
  }));

/** The rates that no profile says, from long before what they are first used for. */
export const seedRates = (sql: TransactionSql, business: DemoBusiness, fromDay: string, now: Date): Promise<unknown> =>
  insertRows(
    sql,
    "commission_rates",
    ratesOf(business)
      .filter(({ about }) => about !== "services")
      .map(({ staffId, about, thingId, kind, rate }) => ({
        tenant_id: tenantIdOf(business),
        id: demoId(`rate/${business.slug}/${about}`),
        staff_id: staffId,
        about,
        product_id: thingId,
        kind,
        rate,
        from_day: fromDay,
        created_at: now,
      })),
  );
