import { sql } from "drizzle-orm";
import type { Segment } from "@/db/schema/services";
import { always } from "@/lib/availability/spans";
import type { Line, Rules } from "@/lib/availability/visit";
import type { Scope } from "@/lib/tenancy/scope";
import { uuids } from "./house";

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

export const loadMoving = async (scope: Scope, id: string): Promise<Moving> =>
  (await loadMovings(scope, [id])).get(id) ?? { id, lines: [], overbooked: false };

/** In one statement, for one or for many. */
export async function loadMovings(scope: Scope, ids: readonly string[]): Promise<Map<string, Moving>> {
  const rows = await scope.tx.execute<AcceptedLine & { bookingId: string; over: boolean }>(sql`
    select l.booking_id as "bookingId", l.id, l.service_id as "serviceId", l.staff_id as "staffId", l.segments,
      l.buffer_before_minutes as before, l.buffer_after_minutes as after, l.price_minor::int as "priceMinor",
      array(select added->>'id' from jsonb_array_elements(l.addons) added) as "addonIds",
      exists (select 1 from occupancies o where o.tenant_id = l.tenant_id and o.booking_line_id = l.id
        and o.source = 'overbooking') as over
    from booking_lines l where l.tenant_id = ${scope.tenantId} and l.booking_id = any(${uuids(ids)})
    order by l.position`);
  const movings = new Map<string, Moving>();
  for (const { bookingId: id, over, ...line } of rows) {
    const { lines, overbooked } = movings.get(id) ?? { lines: [], overbooked: false };
    movings.set(id, { id, lines: [...lines, line], overbooked: overbooked || over });
  }
  return movings;
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
  apart(lines).map((line) => ({
    ...line,
    staff: line.staff.map((one) => ({ ...one, person: { ...one.person, shifts: [always], windows: [always] } })),
  }));

/** And beside a lesson that begins at another time: they were promised when each could. */
export const apart = (lines: readonly Line[]): Line[] => lines.map((line) => ({ ...line, together: false }));

/** And though it has begun, or would not be offered so any more. */
export const asItWas: Partial<Rules> = {
  starts: "any",
  notBefore: Number.NEGATIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  gapAware: false,
  perDay: undefined,
};
