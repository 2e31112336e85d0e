import { sql } from "drizzle-orm";
import type { BookingPolicy } from "@/db/schema/tenants";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";

export type HousePolicy = {
  policy: BookingPolicy;
  timeZone: string;
  currency: string;
  /** Services that say something else about being confirmed. */
  apart: { id: string; name: string; confirm: "auto" | "desk" }[];
  /** There is a till or paybill that deposits can be paid to. */
  canBePaid: boolean;
  position: string;
};

/** The rules that bookings are judged by. */
export async function getPolicy(scope: Scope): Promise<HousePolicy> {
  const head = await headOf(scope);
  const [row] = await scope.tx.execute<{
    policy: BookingPolicy;
    timeZone: string;
    currency: string;
    apart: HousePolicy["apart"];
    canBePaid: boolean;
  }>(sql`
    select exists (select 1 from mpesa_accounts m where m.tenant_id = t.id) as "canBePaid", t.policy, t.time_zone as "timeZone", t.currency,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'confirm', s.confirm)
          order by s.position, s.name), '[]')
        from services s where s.tenant_id = t.id and s.archived_at is null and s.confirm is not null) as apart
    from tenants t where t.id = ${scope.tenantId}`);
  if (!row) throw new Error(`tenant ${scope.tenantId} is not there`);
  return { ...row, position: writePosition(head) };
}
