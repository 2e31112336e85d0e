import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";

/** Who waits today, in the order of their turns, and what for; whoever is called goes to whom they were called to. */
export const listTurns = async (scope: Scope): Promise<Turn[]> => [
  ...(await scope.tx.execute<Turn>(sql`
      select q.id, q.number, q.status = 'called' as "isCalled", q.service_id as "serviceId",
        coalesce(q.called_to, q.staff_id) as "staffId"
      from queue_tickets q
      where q.tenant_id = ${scope.tenantId} and q.day = ${localToday(scope)} and q.status in ('waiting', 'called')
      order by (q.status = 'called') desc, q.turn, q.number`)),
];

export type Turn = { id: string; number: number; isCalled: boolean; serviceId: string; staffId: string | null };

/** The local date now: the day whose queue it is. */
export const localToday = ({ tenantId }: Scope) =>
  sql`(select (${now().toISOString()}::timestamptz at time zone time_zone)::date::text from tenants where id = ${tenantId})`;

/** Whether it is one of this house's. */
export const isTicket = async (scope: Scope, id: string): Promise<boolean> =>
  (await scope.tx.execute(sql`select 1 from queue_tickets where tenant_id = ${scope.tenantId} and id = ${id}`)).length >
  0;
