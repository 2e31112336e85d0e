import { sql } from "drizzle-orm";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { SoldWish } from "../input";

/** A line with its name and price: neither comes from whoever asks. */
export type SoldLine = {
  id: string;
  kind: "service" | "product";
  serviceId: string | null;
  productId: string | null;
  name: string;
  staffId: string | null;
  quantity: number;
  unitMinor: number;
  ofLineId: string | null;
};

export type LinesRefusal = { refusal: "unknown_line" } | { refusal: "unknown_staff" };

/** What the sale is of; its own lines and those of its visit or booking keep their price. */
type Of = { saleId?: string; bookingId: string | null; visitId: string | null };
type Known = Omit<SoldLine, "kind" | "quantity" | "ofLineId"> & { of_line_id: string | null; unitMinor: string };

export async function soldLines(
  scope: Scope,
  { lines }: Pick<SoldWish, "lines">,
  of: Of,
): Promise<Result<SoldLine[], LinesRefusal>> {
  const staffIds = [...new Set(lines.flatMap(({ staffId }) => staffId ?? []))];
  const [known, staff] = await Promise.all([knownLines(scope, lines, of), knownStaff(scope, staffIds)]);
  if (staffIds.some((id) => !staff.has(id))) return refuse("unknown_staff");
  const taken = new Set<string>();
  const sold: SoldLine[] = [];
  for (const { lineId, serviceId, productId, staffId, quantity } of lines) {
    const about = lineId ?? serviceId ?? productId!;
    const one = known.find(({ id, serviceId: service, productId: product, price_of }) =>
      lineId ? id === lineId : price_of === "list" && (serviceId ? service === about : product === about),
    );
    // A line of a visit is charged once.
    const once = one && (one.of_line_id ?? (lineId && one.id));
    if (!one || (once && taken.has(once))) return refuse("unknown_line");
    if (once) taken.add(once);
    const by = staffId ?? one.staffId;
    sold.push({
      id: one.price_of === "sale" ? one.id : newId(),
      kind: one.serviceId ? "service" : "product",
      serviceId: one.serviceId,
      productId: one.productId,
      name: one.name,
      staffId: by,
      quantity,
      unitMinor: Number((staffId && one.own?.[staffId]) ?? one.unitMinor),
      ofLineId: one.of_line_id,
    });
  }
  return ok(sold);
}

type Found = Known & { price_of: "sale" | "visit" | "booking" | "list"; own: Record<string, number> | null };

/** In one statement: lines that are there already, and what the price list has. Some people have prices of their own. */
const knownLines = ({ tx, tenantId }: Scope, lines: SoldWish["lines"], { saleId, bookingId, visitId }: Of) => {
  const ids = (pick: (line: SoldWish["lines"][number]) => string | undefined) =>
    `{${lines.flatMap((line) => pick(line) ?? []).join(",")}}`;
  const [own, services, products] = [
    ids(({ lineId }) => lineId),
    ids(({ serviceId }) => serviceId),
    ids(({ productId }) => productId),
  ];
  return tx.execute<Found>(sql`
    select 'sale' as price_of, l.id, l.service_id as "serviceId", l.product_id as "productId", l.name,
      l.staff_id as "staffId", l.unit_minor as "unitMinor", l.of_line_id, null::jsonb as own
    from sale_lines l where l.tenant_id = ${tenantId} and l.sale_id = ${saleId ?? null} and l.id = any(${own}::uuid[])
    union all
    select 'visit', l.id, l.service_id, null, l.service_name, l.staff_id, l.price_minor, l.id, null
    from visit_lines l join visits v on v.tenant_id = l.tenant_id and v.id = l.visit_id and v.voided_at is null
    where l.tenant_id = ${tenantId} and v.id = ${visitId} and l.id = any(${own}::uuid[])
    union all
    select 'booking', l.id, l.service_id, null, l.service_name, l.staff_id, l.price_minor, l.id, null
    from booking_lines l where l.tenant_id = ${tenantId} and l.booking_id = ${bookingId}
      and ${visitId}::uuid is null and l.id = any(${own}::uuid[])
    union all
    select 'list', s.id, s.id, null, s.name, null, s.price_minor, null,
      (select jsonb_object_agg(p.staff_id, p.price_minor) from staff_services p
        where p.tenant_id = s.tenant_id and p.service_id = s.id and p.price_minor is not null)
    from services s where s.tenant_id = ${tenantId} and s.archived_at is null and s.id = any(${services}::uuid[])
    union all
    select 'list', p.id, null, p.id, p.name, null, p.price_minor, null, null
    from products p where p.tenant_id = ${tenantId} and p.active and p.id = any(${products}::uuid[])`);
};

async function knownStaff({ tx, tenantId }: Scope, ids: string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.execute<{ id: string }>(sql`
    select id from staff where tenant_id = ${tenantId} and id = any(${`{${ids.join(",")}}`}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}
