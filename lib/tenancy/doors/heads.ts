import { sideSql } from "@/db/client";
import type { Position } from "../head";

/** Where the logs of these tenants stand. */
export async function headsOf(tenantIds: string[]): Promise<Map<string, Position>> {
  const rows = await sideSql()<{ tenant_id: string; epoch: number; seq: string }[]>`
    select tenant_id, epoch, seq from door_heads(${tenantIds}::uuid[])`;
  return new Map(rows.map((row) => [row.tenant_id, { epoch: row.epoch, seq: Number(row.seq) }]));
}
