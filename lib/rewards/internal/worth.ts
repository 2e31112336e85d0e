import { sql } from "drizzle-orm";
import type { LockedSale } from "@/lib/payments/lock-sale";
import type { Scope } from "@/lib/tenancy/scope";
import { standingOf } from "@/lib/till/standing-of";
import type { EarningLine } from "../reckon";
import { usualRules } from "../rules";

/** `isVisit`: somebody was served and has paid for it. */
export type Worth = { lines: EarningLine[]; keptMinor: number; isVisit: boolean };

/** What of it earns: what is charged and paid by now, without the tip. While it is not paid, nothing. */
export async function worthOf(scope: Scope, { id, status }: LockedSale): Promise<Worth> {
  if (status !== "closed") return { lines: [], keptMinor: 0, isVisit: false };
  const [{ claim }, rows] = await Promise.all([standingOf(scope, id), linesOf(scope, id)]);
  const keptMinor = claim.servicesMinor + claim.productsMinor + claim.vatMinor - claim.discountsMinor;
  return {
    lines: rows.map(({ left, rate }) => ({
      leftMinor: Number(left),
      minorPerPoint: rate === null ? null : Number(rate),
    })),
    keptMinor,
    isVisit: keptMinor > 0 && rows.some(({ isService }) => isService),
  };
}

/** Its lines, each with the rate of its service or of the house. */
const linesOf = ({ tx, tenantId }: Scope, saleId: string) =>
  tx.execute<{ left: string; rate: string | null; isService: boolean }>(sql`
    select l.quantity * l.unit_minor - l.discount_minor as left, l.service_id is not null as "isService",
      case when p.service_id is not null then p.minor_per_point else coalesce(r.minor_per_point, ${usualRules.minorPerPoint}::bigint) end as rate
    from sale_lines l
    left join points_rates p on p.tenant_id = l.tenant_id and p.service_id = l.service_id
    left join reward_rules r on r.tenant_id = l.tenant_id
    where l.tenant_id = ${tenantId} and l.sale_id = ${saleId} order by l.position`);
