import { sql } from "drizzle-orm";
import type { Segment } from "@/db/schema/services";
import type { Line } from "@/lib/availability/visit";
import type { Scope } from "@/lib/tenancy/scope";

export type AcceptedLine = {
  id: string;
  serviceId: string;
  staffId: string;
  segments: Segment[];
  before: number;
  after: number;
  priceMinor: number;
};

/** A booking that is put elsewhere: it is in its own way nowhere. */
export type Moving = {
  id: string;
  lines: AcceptedLine[];
  /** It lies over something else where it is now. */
  overbooked: boolean;
};

export async function loadMoving(scope: Scope, id: string): Promise<Moving> {
  const rows = await scope.tx.execute<AcceptedLine & { over: boolean }>(sql`
    select l.id, l.service_id as "serviceId", l.staff_id as "staffId", l.segments,
      l.buffer_before_minutes as before, l.buffer_after_minutes as after, l.price_minor::int as "priceMinor",
      exists (select 1 from occupancies o where o.tenant_id = l.tenant_id and o.booking_line_id = l.id
        and o.source = 'overbooking') as over
    from booking_lines l where l.tenant_id = ${scope.tenantId} and l.booking_id = ${id} order by l.position`);
  return { id, lines: rows.map(({ over: _, ...line }) => line), overbooked: rows.some(({ over }) => over) };
}

/** What it costs, wherever it is. */
export const acceptedPrice = ({ lines }: Moving): number => lines.reduce((sum, { priceMinor }) => sum + priceMinor, 0);

/** What the customer accepted holds, whatever the service says meanwhile and whoever does it. */
export const asAccepted = (offered: readonly Line[], { lines }: Moving): Line[] =>
  offered.map((line, at) => {
    const { segments, before, after } = lines[at]!;
    return { ...line, staff: line.staff.map((one) => ({ ...one, segments, before, after })) };
  });
