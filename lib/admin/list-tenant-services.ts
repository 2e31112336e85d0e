import { platformPool } from "@/db/platform-client";

export type TenantService = {
  id: string;
  name: string;
  category: string;
  durationMinutes: number;
  priceMinor: number;
  currency: string;
  /** Whether customers may book it. */
  offered: boolean;
};

const most = 500;

/** What one business sells, as its customers see it, with what is not offered at the end. */
export async function listTenantServices(tenantId: string): Promise<TenantService[]> {
  const { rows } = await platformPool().query<Omit<TenantService, "priceMinor"> & { priceMinor: string }>(
    `select id, name, category, duration_minutes as "durationMinutes", price_minor as "priceMinor", currency,
       active as offered
     from services where tenant_id = $1 and archived_at is null order by active desc, category, position, name limit $2`,
    [tenantId, most],
  );
  return rows.map((row) => ({ ...row, priceMinor: Number(row.priceMinor) }));
}
