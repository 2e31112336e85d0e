import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { type Candidates, candidates } from "./candidates";
import { type House, loadHouse } from "./house";
import { loadMoving } from "./moving";

export type Asked = { serviceId: string; staffId?: string | undefined; addonIds: string[] };

/** A booking that is to be had once more, as the house sells it now. */
export type Again = { house: House; asked: Asked[]; wanted: Candidates; startsAt: Date };

/**
 * The same services by the same people, with the extras that are still sold; whoever no longer does one is replaced by whoever is free. Null when one is no
 * longer sold, or there is no such booking.
 */
export async function loadAgain(scope: Scope, id: string): Promise<Again | null> {
  const [[booking], { lines }] = await Promise.all([
    scope.tx.execute<{ starts_at: string }>(
      sql`select starts_at from bookings where tenant_id = ${scope.tenantId} and id = ${id}`,
    ),
    loadMoving(scope, id),
  ]);
  if (!booking) return null;
  const house = await loadHouse(
    scope,
    lines.map(({ serviceId }) => serviceId),
  );
  const asked = lines.map(({ serviceId, staffId, addonIds }): Asked => {
    const sold = house.services.get(serviceId)?.addons.map(({ id }) => id) ?? [];
    const line = { serviceId, addonIds: addonIds.filter((id) => sold.includes(id)) };
    return candidates(house, [{ ...line, staffId }]).found ? { ...line, staffId } : line;
  });
  const wanted = candidates(house, asked).found;
  return wanted ? { house, asked, wanted, startsAt: new Date(booking.starts_at) } : null;
}
