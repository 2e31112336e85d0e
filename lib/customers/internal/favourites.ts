import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";

/** What of a file points elsewhere in the house. */
type Pointing = { preferredStaffId?: string | null | undefined; favourites?: string[] | undefined };

/** By field, for what is not, or no longer, there to be liked. Null when all of it is. */
export async function pointsNowhere(
  { tx, tenantId }: Scope,
  { preferredStaffId, favourites = [] }: Pointing,
): Promise<Record<string, string[]> | null> {
  const [there] = await tx.execute<{ staff: boolean; services: number }>(sql`
    select ${preferredStaffId ?? null}::uuid is null or exists (select from staff
        where tenant_id = ${tenantId} and id = ${preferredStaffId ?? null}::uuid and archived_at is null) as staff,
      (select count(*)::int from services where tenant_id = ${tenantId} and archived_at is null
        and id = any(${`{${favourites.join(",")}}`}::uuid[])) as services`);
  const fields = {
    ...(there!.staff ? {} : { preferredStaffId: ["does not work here"] }),
    ...(there!.services === new Set(favourites).size ? {} : { favourites: ["is not sold here"] }),
  };
  return Object.keys(fields).length > 0 ? fields : null;
}

/** In place of those that were there. */
export async function setFavourites(
  { tx, tenantId }: Scope,
  customerId: string,
  ids: readonly string[],
): Promise<void> {
  const all = sql`${`{${ids.join(",")}}`}::uuid[]`;
  await tx.execute(sql`delete from customer_favourites
    where tenant_id = ${tenantId} and customer_id = ${customerId} and service_id <> all(${all})`);
  await tx.execute(sql`insert into customer_favourites (tenant_id, customer_id, service_id)
    select ${tenantId}, ${customerId}, unnest(${all}) on conflict do nothing`);
}
