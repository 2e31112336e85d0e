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
};

/** A booking that is put elsewhere: it is in its own way nowhere. */
export type Moving = { id: string; lines: AcceptedLine[] };

export async function loadMoving(scope: Scope, id: string): Promise<Moving> {
  const lines = await scope.tx.execute<AcceptedLine>(sql`
    select id, service_id as "serviceId", staff_id as "staffId", segments,
      buffer_before_minutes as before, buffer_after_minutes as after, price_minor::int as "priceMinor"
    from booking_lines where tenant_id = ${scope.tenantId} and booking_id = ${id} order by position`);
  return { id, lines: [...lines] };
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
