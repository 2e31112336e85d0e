import { sql } from "drizzle-orm";
import type { Segment } from "@/db/schema/services";
import { always } from "@/lib/availability/spans";
import type { Line, Rules } from "@/lib/availability/visit";
import type { Scope } from "@/lib/tenancy/scope";

export type AcceptedLine = {
  id: string;
  serviceId: string;
  staffId: string;
  segments: Segment[];
  before: number;
  after: number;
  priceMinor: number;
  /** What was added; in `segments` and `priceMinor` already. */
  addonIds: string[];
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
      array(select added->>'id' from jsonb_array_elements(l.addons) added) as "addonIds",
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

/** What stood once may stand again though the house is shut by now; who is busy or away is so all the same. */
export const atAnyHour = (lines: readonly Line[]): Line[] =>
  lines.map((line) => ({
    ...line,
    staff: line.staff.map((one) => ({ ...one, person: { ...one.person, shifts: [always], windows: [always] } })),
  }));

/** And though it has begun, or would not be offered so any more. */
export const asItWas: Partial<Rules> = {
  starts: "any",
  notBefore: Number.NEGATIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  gapAware: false,
  perDay: undefined,
};
