import { sql } from "drizzle-orm";
import type { TicketStep } from "@/db/schema/waiting";
import { type StartToday, startsInTurn } from "@/lib/bookings/starts-in-turn";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { iso } from "./internal/iso";
import { listTurns, localToday } from "./list-turns";

export type QueuedTicket = {
  id: string;
  number: number;
  status: "waiting" | "called";
  customerName: string;
  serviceName: string;
  /** Whom they want, and whom they were called to. */
  staffName: string | null;
  calledTo: string | null;
  calledAt: string | null;
  skips: number;
  createdAt: string;
  /** The engine's earliest start for them, after everybody before them; null for not today. */
  start: StartToday | null;
};

export type TurnLine = {
  id: string;
  number: number;
  step: TicketStep;
  place: number | null;
  by: "member" | "customer" | "system";
  who: string | null;
  at: string;
};

export type Queue = { tickets: QueuedTicket[]; log: TurnLine[]; servedToday: number; position: string };

const linesShown = 60;

/** Today's queue in the order of turns, how long each has to wait, and how the turns went. */
export async function listQueue(scope: Scope): Promise<Queue> {
  const head = await headOf(scope);
  const turns = await listTurns(scope);
  const { inTurn } = await startsInTurn(scope, turns);
  const [rows, log, counted] = await Promise.all([
    scope.tx.execute<Omit<QueuedTicket, "start">>(sql`
      select q.id, q.number, q.status, c.name as "customerName", s.name as "serviceName", p.name as "staffName",
        to_staff.name as "calledTo", ${iso("q.called_at")} as "calledAt", q.skips, ${iso("q.created_at")} as "createdAt"
      from queue_tickets q
      join customers c on c.tenant_id = q.tenant_id and c.id = q.customer_id
      join services s on s.tenant_id = q.tenant_id and s.id = q.service_id
      left join staff p on p.tenant_id = q.tenant_id and p.id = q.staff_id
      left join staff to_staff on to_staff.tenant_id = q.tenant_id and to_staff.id = q.called_to
      where q.tenant_id = ${scope.tenantId} and q.day = ${localToday(scope)} and q.status in ('waiting', 'called')`),
    scope.tx.execute<TurnLine>(sql`
      select h.id, q.number, h.step, h.place, h.by_kind as by, u.name as who, ${iso("h.created_at")} as at
      from queue_steps h join queue_tickets q on q.tenant_id = h.tenant_id and q.id = h.ticket_id
      left join users u on u.id = h.by_user_id
      where h.tenant_id = ${scope.tenantId} and q.day = ${localToday(scope)}
      order by h.created_at desc, h.id desc limit ${linesShown}`),
    scope.tx.execute<{ ended: number }>(sql`
      select count(*)::int as ended from queue_tickets q
      where q.tenant_id = ${scope.tenantId} and q.day = ${localToday(scope)} and q.status = 'served'`),
  ]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const tickets = turns.flatMap(({ id }, at) => {
    const row = known.get(id);
    return row ? [{ ...row, start: inTurn[at] ?? null }] : [];
  });
  return { tickets, log: [...log], servedToday: counted[0]?.ended ?? 0, position: writePosition(head) };
}
