import { type SQL, sql } from "drizzle-orm";
import type { StockReason } from "@/db/schema/inventory";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { MovementsQuery } from "./input";
import { seesCosts } from "./internal/sees-costs";
import type { Unit } from "./rules";

export type Movement = {
  id: string;
  productId: string;
  what: string;
  unit: Unit;
  reason: StockReason;
  change: number;
  onHandAfter: number;
  /** With the sign of the change; null for whoever does not see costs. */
  costMinor: number | null;
  below: boolean;
  note: string;
  at: string;
  day: string;
  by: string | null;
  /** What it was for. */
  sale: { id: string; number: number } | null;
  visitId: string | null;
  service: string | null;
  countId: string | null;
};

export type Movements = { movements: Movement[]; nextCursor: string | null; currency: string; position: string };

const pageSize = 50;

type Row = Omit<Movement, "costMinor" | "sale" | "at"> & {
  cost: string;
  at: string;
  saleId: string | null;
  saleNumber: number | null;
};

/** What came, went or was found, the newest first: of one product, for one reason, or of one day. */
export async function listMovements(scope: Scope, query: MovementsQuery): Promise<Movements> {
  const head = await headOf(scope);
  const { currency } = await houseOf(scope);
  const rows = await scope.tx.execute<Row>(sql`
    select m.id, m.product_id as "productId", p.name as what, s.unit, m.reason, m.change, m.on_hand_after as "onHandAfter",
      m.cost_minor as cost, m.below, m.note, m.at, m.day::text as day, u.name as by, m.sale_id as "saleId",
      l.number as "saleNumber", m.visit_id as "visitId", v.name as service, m.count_id as "countId"
    from stock_movements m
    join products p on p.tenant_id = m.tenant_id and p.id = m.product_id
    join stock_items s on s.tenant_id = m.tenant_id and s.product_id = m.product_id
    left join sales l on l.tenant_id = m.tenant_id and l.id = m.sale_id
    left join services v on v.tenant_id = m.tenant_id and v.id = m.service_id
    left join users u on u.id = m.by_user_id
    where m.tenant_id = ${scope.tenantId} ${asked(query)}
    order by m.at desc, m.id desc limit ${pageSize + 1}`);
  const shown = seesCosts(scope);
  const movements = rows.slice(0, pageSize).map(
    ({ cost, at, saleId, saleNumber, ...row }): Movement => ({
      ...row,
      at: new Date(at).toISOString(),
      costMinor: shown ? Number(cost) : null,
      sale: saleId ? { id: saleId, number: saleNumber! } : null,
    }),
  );
  const last = movements.at(-1);
  return {
    movements,
    nextCursor: rows.length > pageSize && last ? `${last.at} ${last.id}` : null,
    currency,
    position: writePosition(head),
  };
}

function asked({ product, reason, day, cursor }: MovementsQuery): SQL {
  const [at, id] = cursor?.split(" ") ?? [];
  return sql`${product ? sql`and m.product_id = ${product}` : sql``} ${reason ? sql`and m.reason = ${reason}` : sql``}
    ${day ? sql`and m.day = ${day}` : sql``} ${at ? sql`and (m.at, m.id) < (${at}::timestamptz, ${id}::uuid)` : sql``}`;
}
