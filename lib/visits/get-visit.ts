import { sql } from "drizzle-orm";
import { listAudit } from "@/lib/auth/list-audit";
import { may } from "@/lib/auth/permissions";
import { localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { seenVisits, type VisitItem, type VisitRow, visitColumns, visitItem } from "./internal/visit-items";
import { lastDayToCorrect, mayCorrect } from "./rules";

export type VisitLine = { id: string; serviceName: string; staffId: string; staffName: string; priceMinor: number };

/** What a correction made of it, as it is written down in the audit log. */
export type Corrected = { lines?: { service: string; staff: string; priceMinor: number }[]; notes?: string };

export type Correction = {
  id: string;
  at: string;
  who: string | null;
  reason: string;
  /** Null once the customer's data has been erased. */
  from: Corrected | null;
  to: Corrected | null;
};

export type VisitFacts = VisitItem & {
  lines: VisitLine[];
  notes: string;
  revision: number;
  booking: { id: string; reference: string } | null;
  /** Whether whoever asks may put it right now, and the last day on which they may; null for never. */
  correctable: boolean;
  correctableUntil: string | null;
  corrections: Correction[];
};

const mostCorrections = 50;

/** One visit with what was put right about it, latest first; null when there is none that this actor may see. */
export async function getVisit(scope: Scope, id: string): Promise<VisitFacts | null> {
  const [[row], log] = await Promise.all([
    scope.tx.execute<VisitRow & Stored>(sql`
      select ${visitColumns(scope)}, v.notes, v.revision, v.booking_id, t.time_zone,
        (select b.reference from bookings b where b.tenant_id = v.tenant_id and b.id = v.booking_id) as reference,
        (select json_agg(json_build_object('id', l.id, 'serviceName', l.service_name, 'staffId', l.staff_id,
            'staffName', p.name, 'priceMinor', l.price_minor) order by l.position)
          from visit_lines l join staff p on p.tenant_id = l.tenant_id and p.id = l.staff_id
          where l.tenant_id = v.tenant_id and l.visit_id = v.id) as lines
      from visits v join tenants t on t.id = v.tenant_id where ${seenVisits(scope)} and v.id = ${id}`),
    listAudit(scope, { entity: "visit", entityId: id, action: "visit.corrected" }, { limit: mostCorrections }),
  ]);
  if (!row) return null;
  const { notes, revision, lines, booking_id, reference, time_zone } = row;
  const own = ownStaffOnly(scope.actor);
  const mine = own ? lines.filter(({ staffId }) => staffId === own) : lines;
  // What was put right may be a colleague's work, now or before; who and why is said all the same.
  const told = (what: Corrected | null) => (what && own ? withoutLines(what) : what);
  return {
    ...visitItem(row),
    lines: mine,
    notes,
    revision,
    booking: booking_id && reference ? { id: booking_id, reference } : null,
    ...correctableBy(scope, new Date(row.started_at), time_zone),
    corrections: log.items.map(({ before, after, ...entry }) => {
      const { reason = "", ...to } = (after ?? {}) as Corrected & { reason?: string };
      return { id: entry.id, at: entry.at, who: entry.who, reason, from: told(before), to: told(after && to) };
    }),
  };
}

const withoutLines = ({ lines: _, ...rest }: Corrected): Corrected => rest;

function correctableBy({ actor }: Scope, startedAt: Date, timeZone: string) {
  if (actor.kind !== "member" || !may(actor.role, "visits.correct"))
    return { correctable: false, correctableUntil: null };
  const [date, today] = [startedAt, now()].map((at) => localDate(at, timeZone));
  return {
    correctable: mayCorrect(date!, actor.role, today!),
    correctableUntil: lastDayToCorrect(date!, actor.role),
  };
}

type Stored = {
  notes: string;
  revision: number;
  booking_id: string | null;
  reference: string | null;
  time_zone: string;
  lines: VisitLine[];
};
