import { sql } from "drizzle-orm";
import type { PaidFrom } from "@/db/schema/payroll";
import type { Scope } from "@/lib/tenancy/scope";
import type { Category } from "../rules";

export type LockedExpense = {
  category: Category;
  amountMinor: number;
  currency: string;
  description: string;
  day: string;
  paidFrom: PaidFrom;
  forStock: boolean;
  byUserId: string | null;
  voided: boolean;
};

/** One to which nobody else does anything until this transaction ends. */
export async function lockExpense({ tx, tenantId }: Scope, id: string): Promise<LockedExpense | null> {
  const [row] = await tx.execute<LockedExpense & { amountMinor: string }>(sql`
    select category, amount_minor as "amountMinor", currency, description, day::text as day, paid_from as "paidFrom",
      for_stock as "forStock", by_user_id as "byUserId", voided_at is not null as voided
    from expenses where tenant_id = ${tenantId} and id = ${id} for update`);
  return row ? { ...row, amountMinor: Number(row.amountMinor) } : null;
}
