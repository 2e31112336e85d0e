import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { type NotThere, notThere } from "@/lib/customers/gone";
import { type KeyReused, once } from "@/lib/platform/once";
import { ok, type Result } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { makeVoucher } from "@/lib/vouchers/voucher";
import type { GiveVoucherInput } from "./input";
import { findReward, type NotToBeHad } from "./internal/reward";

export type GiveRefusal = NotToBeHad | KeyReused | NotThere;

/** The house gives somebody a reward for nothing: to win them back, to say sorry. */
export async function giveVoucher(
  scope: Scope,
  wish: GiveVoucherInput,
): Promise<Result<{ id: string; code: string }, GiveRefusal>> {
  const { customerId, rewardId, reason } = wish;
  if (!(await isCustomer(scope, customerId))) return notThere(scope, customerId);
  // Locked before the key is looked up, so that whoever taps twice waits here.
  const found = await findReward(scope, rewardId);
  return once<{ id: string; code: string }, GiveRefusal>(scope, "vouchers", wish, async () => {
    if (!found.ok) return found;
    const { id, code } = await makeVoucher(scope, found.value, { customerId, origin: "given", reason });
    await recordAudit(scope, {
      ...{ action: "voucher.given", entity: "voucher", entityId: id, customerId },
      after: { name: found.value.name, reason },
    });
    return ok({ id, code });
  });
}

/** Somebody who is still served here. */
export async function isCustomer({ tx, tenantId }: Scope, id: string): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select 1 from customers where tenant_id = ${tenantId} and id = ${id} and archived_at is null`);
  return row !== undefined;
}
