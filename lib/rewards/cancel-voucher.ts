import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { endVoucher, lockVoucher, type Voucher } from "@/lib/vouchers/voucher";
import { getRules, runsOut } from "./get-rules";
import { lockBalance, writePoints } from "./internal/points";
import { lockReward } from "./internal/reward";

export type CancelRefusal = { refusal: "unknown_voucher" } | { refusal: "used_already" } | { refusal: "over_already" };

/** Taken back before it was used; what was turned in for it comes back. Said twice it is done once. */
export async function cancelVoucher(
  scope: Scope,
  { voucherId, reason }: { voucherId: string; reason: string },
): Promise<Result<{ id: string }, CancelRefusal>> {
  const locked = await lockAll(scope, voucherId);
  if (!locked) return refuse("unknown_voucher");
  const { id, customerId, status, points, visits, name } = locked;
  if (status === "cancelled") return ok({ id });
  if (status === "redeemed") return refuse("used_already");
  if (status === "expired") return refuse("over_already");
  await endVoucher(scope, locked, "cancelled");
  if (points > 0 || visits > 0)
    await writePoints(scope, [
      {
        ...{ customerId, kind: "reverse", points, visits, source: `voucher ${id} back`, voucherId: id },
        expiresAt: runsOut(await getRules(scope), now()),
      },
    ]);
  await recordAudit(scope, {
    ...{ action: "voucher.cancelled", entity: "voucher", entityId: id, customerId },
    after: { name, reason },
  });
  return ok({ id });
}

/** Its time is over: what was turned in for it is gone, as whoever turned it in was told. */
export async function expireVoucher(scope: Scope, { voucherId }: { voucherId: string }): Promise<void> {
  const locked = await lockAll(scope, voucherId);
  if (locked?.status === "pending" && locked.expiresAt <= now()) await endVoucher(scope, locked, "expired");
}

/** The balance first, then the reward, then the voucher: in the order in which one is made. */
async function lockAll(scope: Scope, id: string): Promise<Voucher | null> {
  const { tx, tenantId } = scope;
  const [about] = await tx.execute<{ customerId: string; rewardId: string }>(sql`
    select customer_id as "customerId", reward_id as "rewardId" from vouchers
    where tenant_id = ${tenantId} and id = ${id}`);
  if (!about) return null;
  await lockBalance(scope, about.customerId);
  await lockReward(scope, about.rewardId);
  return lockVoucher(scope, { id });
}
