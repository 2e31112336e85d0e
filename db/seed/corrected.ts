import type { TransactionSql } from "postgres";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { writeDeed } from "./deed";
import { firstDemoId, lastDemoId } from "./stable";

const minute = 60_000;

/** One of today's or yesterday's visits was put right: less was charged, and a note says why. */
export async function leaveCorrection(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const [visit] = await sql<{ id: string; line: string; service: string; staff: string; price: string; at: Date }[]>`
    select v.id, l.id as line, l.service_name as service, s.name as staff, l.price_minor as price, v.completed_at as at
    from visits v join visit_lines l on l.tenant_id = v.tenant_id and l.visit_id = v.id
    join staff s on s.tenant_id = l.tenant_id and s.id = l.staff_id
    where v.tenant_id = ${tenant_id} and v.id between ${firstDemoId} and ${lastDemoId} and v.revision = 0 and v.notes = ''
      and v.completed_at between ${new Date(now.getTime() - 1440 * minute)} and ${new Date(now.getTime() - 15 * minute)}
      and (select count(*) from visit_lines o where o.tenant_id = v.tenant_id and o.visit_id = v.id) = 1
      and not exists (select from visits c where c.tenant_id = v.tenant_id and c.revision > 0
        and c.completed_at > ${new Date(now.getTime() - 1440 * minute)})
    order by v.completed_at desc, v.id limit 1`;
  const [desk] = await sql<{ id: string }[]>`select id from users where email = ${`desk@${business.slug}.test`}`;
  if (!visit || !desk) return;
  const [before, after] = [Number(visit.price), Number(visit.price) - 30_000];
  const notes = "Ended early, the customer had to leave";
  await sql`update visit_lines set price_minor = ${after} where tenant_id = ${tenant_id} and id = ${visit.line}`;
  await sql`update visits set total_minor = ${after}, paid_minor = ${after}, notes = ${notes}, revision = 1
    where tenant_id = ${tenant_id} and id = ${visit.id}`;
  const line = { service: visit.service, staff: visit.staff };
  const at = new Date(visit.at.getTime() + 10 * minute);
  await writeDeed(sql, business, { action: "visit.corrected", entity: "visit", entityId: visit.id, at }, desk.id, {
    before: { lines: [{ ...line, priceMinor: before }], notes: "" },
    after: { lines: [{ ...line, priceMinor: after }], notes, reason: "Charged for the whole time by mistake" },
  });
}
