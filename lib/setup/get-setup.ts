import { sql } from "drizzle-orm";
import type { SaidStep } from "@/db/schema/setup";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";
import { type Progress, type SetupStep, setupSteps } from "./rules";

export type Setup = {
  steps: Progress;
  /** Nobody wants to see the list. */
  isPutAway: boolean;
  /** Waits to be opened by the platform. */
  isPending: boolean;
  slug: string;
  /** Made-up customers are here, to try it with; or nothing real has begun yet, and some could be. */
  samples: "here" | "possible" | "no";
  position: string;
};

type Row = Record<
  "business" | "hours" | "prices" | "team" | "resources" | "payments" | "booking" | "hasSamples",
  boolean
> & {
  said: SaidStep[];
  status: string;
  slug: string;
};

/** How far a business has come: seen in what it has, and in what somebody has said. */
export async function getSetup(scope: Scope): Promise<Setup> {
  const head = await headOf(scope);
  const [row] = await scope.tx.execute<Row>(sql`
    select t.status, t.slug, t.address <> '' or t.about <> '' or t.about_sw <> '' as business,
      exists (select 1 from audit_entries a where a.tenant_id = t.id and a.entity_id = t.id
        and a.action in ('hours.changed', 'day.changed')) as hours,
      exists (select 1 from services s where s.tenant_id = t.id and (s.archived_at is not null
        or exists (select 1 from audit_entries a where a.tenant_id = s.tenant_id and a.entity_id = s.id))) as prices,
      (select count(*) from (select 1 from staff p where p.tenant_id = t.id and p.archived_at is null limit 2) as two) > 1 as team,
      exists (select 1 from resources r where r.tenant_id = t.id and r.archived_at is null) as resources,
      exists (select 1 from mpesa_accounts m where m.tenant_id = t.id) as payments,
      exists (select 1 from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
        where b.tenant_id = t.id and not c.is_sample) as booking,
      exists (select 1 from customers c where c.tenant_id = t.id and c.is_sample) as "hasSamples",
      array(select step from setup_steps d where d.tenant_id = t.id) as said
    from tenants t where t.id = ${scope.tenantId}`);
  if (!row) throw new Error(`tenant ${scope.tenantId} is not there`);
  const { said, status, slug, hasSamples, ...seen } = row;
  const isDone = (step: SetupStep): boolean =>
    (step in seen && seen[step as keyof typeof seen]) || (said as string[]).includes(step);
  return {
    steps: setupSteps.map((step) => ({ step, isDone: isDone(step) })),
    isPutAway: said.includes("put_away"),
    isPending: status === "pending",
    slug,
    samples: hasSamples ? "here" : seen.booking ? "no" : "possible",
    position: writePosition(head),
  };
}
