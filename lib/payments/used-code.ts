import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/tenancy/scope";
import { denied } from "./rules";

/** Two who write down the same code at once come one after the other. Taken before what it is for is locked. */
export const holdCode = (scope: Scope, code: string) =>
  scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${scope.tenantId} code ${code}`}, 0))`);

/** A code of M-Pesa is of one payment: of one that came in, that somebody says came in, or that went back. */
export async function isCodeUsed({ tx, tenantId }: Scope, code: string): Promise<boolean> {
  const [used] = await tx.execute(sql`
    select 1 from payments where tenant_id = ${tenantId} and (receipt = ${code} or claimed = ${code})
    union all select 1 from mpesa_receipts where tenant_id = ${tenantId} and receipt = ${code}
    union all ${sentBack(tenantId, code)} limit 1`);
  return used !== undefined;
}

/** It is of a refund. */
export const sentBack = (tenantId: string, code: string) => sql`
  select 1 from refunds where tenant_id = ${tenantId} and receipt = ${code} and status <> 'withdrawn'`;

/** The house has found that this code was never paid: only the house itself may say otherwise. */
export async function wasDenied({ tx, tenantId }: Scope, code: string): Promise<boolean> {
  const [row] = await tx.execute(
    sql`select 1 from payments where tenant_id = ${tenantId} and claimed = ${code} and result_code = ${denied}`,
  );
  return row !== undefined;
}
