import type postgres from "postgres";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { keepReceipts, type ReceiptSource, type Received } from "../internal/keep-receipts";

export const deskActor: Actor = { kind: "member", userId: newId(), role: "front_desk", staffId: null };
const job: Actor = { kind: "system", job: "test" };

/** Money that came in, as Safaricom or a statement tells of it. */
export const arrived = (
  tenantId: string,
  receipt: string,
  amountMinor: number,
  { source = "confirmation" as ReceiptSource, ...more }: Partial<Received> & { source?: ReceiptSource } = {},
) =>
  withTenant(tenantId, job, (scope) =>
    keepReceipts(scope, [{ receipt, amountMinor, reference: "", paidAt: new Date(), ...more }], source),
  );

let codes = 0;
/** A code of M-Pesa's that no other test has. */
export const newCode = (): string => `Z${newId().slice(-6).toUpperCase()}${String(++codes).padStart(3, "0")}`;

/** What stands on an account of a business: debit less credit. */
export const balanceIn = async (sql: postgres.Sql, tenantId: string, account: string): Promise<number> =>
  (
    await sql`select coalesce(sum(debit_minor - credit_minor), 0)::int as sum from ledger_entries
      where tenant_id = ${tenantId} and account = ${account}`
  )[0]!.sum;
