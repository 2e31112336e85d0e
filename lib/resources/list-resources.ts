import { sql } from "drizzle-orm";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Scope } from "@/lib/tenancy/scope";

export type ResourceItem = {
  id: string;
  name: string;
  quantity: number;
  active: boolean;
  /** Services that need one of them. */
  serviceIds: string[];
};

export type ResourceList = {
  items: ResourceItem[];
  /** What is sold, to say what needs what. */
  services: { id: string; name: string; category: string }[];
  position: string;
};

/** Chairs, rooms and machines in the house's order, those out of use last. */
export async function listResources(scope: Scope): Promise<ResourceList> {
  const head = await headOf(scope);
  const [items, services] = await Promise.all([
    scope.tx.execute<ResourceItem>(sql`
      select r.id, r.name, r.quantity, r.archived_at is null as active,
        array(select n.service_id from service_resources n
          join services s on s.tenant_id = n.tenant_id and s.id = n.service_id and s.archived_at is null
          where n.tenant_id = r.tenant_id and n.resource_id = r.id order by s.position, s.name) as "serviceIds"
      from resources r where r.tenant_id = ${scope.tenantId}
      order by r.archived_at is not null, r.position, r.name, r.id`),
    scope.tx.execute<ResourceList["services"][number]>(sql`
      select id, name, category from services where tenant_id = ${scope.tenantId} and archived_at is null
      order by position, name, id`),
  ]);
  return { items: [...items], services: [...services], position: writePosition(head) };
}
