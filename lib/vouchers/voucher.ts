import { sql } from "drizzle-orm";
import { type RewardKind, type VoucherOrigin, type VoucherStatus, vouchers } from "@/db/schema/rewards";
import { planDues } from "@/lib/events/plan-due";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newCode, newId } from "@/lib/platform/ids";
import type { Scope } from "@/lib/tenancy/scope";

export type Voucher = {
  id: string;
  rewardId: string;
  customerId: string;
  code: string;
  status: VoucherStatus;
  origin: VoucherOrigin;
  name: string;
  kind: RewardKind;
  percent: number | null;
  amountMinor: number | null;
  serviceIds: string[];
  /** Of a gift: what comes off the shelf for it. */
  productId: string | null;
  points: number;
  visits: number;
  expiresAt: Date;
  saleId: string | null;
  offMinor: number;
};
type Stored = Omit<Voucher, "amountMinor" | "expiresAt" | "offMinor"> & {
  amountMinor: string | null;
  expiresAt: string;
  offMinor: string;
};

type By = { id: string } | { code: string } | { saleId: string };

/** One that nobody else uses or takes back until this transaction ends. */
export async function lockVoucher({ tx, tenantId }: Scope, by: By): Promise<Voucher | null> {
  const which = "id" in by ? sql`id = ${by.id}` : "code" in by ? sql`code = ${by.code}` : sql`sale_id = ${by.saleId}`;
  const [row] = await tx.execute<Stored>(sql`
    select id, reward_id as "rewardId", customer_id as "customerId", code, status, origin, name, kind, percent,
      amount_minor as "amountMinor", array_to_json(service_ids) as "serviceIds", product_id as "productId", points, visits,
      expires_at as "expiresAt", sale_id as "saleId", off_minor as "offMinor"
    from vouchers where tenant_id = ${tenantId} and ${which} for update`);
  if (!row) return null;
  const { amountMinor, expiresAt, offMinor, ...rest } = row;
  return {
    ...rest,
    amountMinor: amountMinor === null ? null : Number(amountMinor),
    expiresAt: new Date(expiresAt),
    offMinor: Number(offMinor),
  };
}

/** What of a reward a voucher for it keeps. */
type Reward = Pick<Voucher, "name" | "kind" | "percent" | "amountMinor" | "serviceIds" | "productId"> & {
  id: string;
  stock: number | null;
  validDays: number;
};
type Made = {
  customerId: string;
  origin: VoucherOrigin;
  points?: number;
  visits?: number;
  reason?: string;
  cause?: string;
};

type Fresh = { id: string; code: string; expiresAt: Date };

/** Somebody's own code for a reward that can be had, which is one less then. What it is worth is kept with it. */
export async function makeVoucher(scope: Scope, reward: Reward, made: Made): Promise<Fresh> {
  const [voucher] = await makeVouchers(scope, reward, [made]);
  const { customerId, origin } = made;
  tellVoucher(scope, { id: voucher!.id, customerId, origin, name: reward.name, status: "pending" });
  return voucher!;
}

/** The same for many at once, in their order; whoever makes them tells of them. */
export async function makeVouchers(scope: Scope, reward: Reward, all: readonly Made[]): Promise<Fresh[]> {
  if (all.length === 0) return [];
  const { actor, tx, tenantId } = scope;
  const { name, kind, percent, amountMinor, serviceIds, productId, validDays } = reward;
  const at = now();
  const expiresAt = new Date(at.getTime() + validDays * 86_400_000);
  const fresh = all.map(() => ({ id: newId(), code: newCode(), expiresAt }));
  await tx.insert(vouchers).values(
    all.map((made, nth) => ({
      ...{
        tenantId,
        ...fresh[nth]!,
        ...made,
        rewardId: reward.id,
        name,
        kind,
        percent,
        amountMinor,
        serviceIds,
        productId,
      },
      status: "pending" as const,
      byUserId: actor.kind === "member" ? actor.userId : null,
      createdAt: at,
    })),
  );
  if (reward.stock !== null) await moveStock(scope, reward.id, -all.length);
  await planDues(
    scope,
    fresh.map(({ id }) => ({ kind: "expire_voucher" as const, at: expiresAt, payload: { voucherId: id } })),
  );
  return fresh;
}

/**
 * Codes whose message did not go are nobody's: they cannot be used, their rewards can be had again, and the
 * same cause may have another one.
 */
export async function withdrawVouchers({ tx, tenantId }: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    with ended as (
      update vouchers set status = 'cancelled', cause = null, ended_at = ${now().toISOString()}
      where tenant_id = ${tenantId} and id = any(${`{${ids.join(",")}}`}::uuid[]) and status = 'pending' returning reward_id
    )
    update rewards r set stock = r.stock + e.n
    from (select reward_id, count(*)::int as n from ended group by reward_id) e
    where r.tenant_id = ${tenantId} and r.id = e.reward_id and r.stock is not null`);
}

type Ended = Pick<Voucher, "id" | "rewardId" | "customerId" | "origin" | "name">;

/** It cannot be used any more, and its reward is one more again. */
export async function endVoucher(scope: Scope, voucher: Ended, status: "expired" | "cancelled"): Promise<void> {
  const { tx, tenantId } = scope;
  await tx.execute(sql`
    update vouchers set status = ${status}, ended_at = ${now().toISOString()}
    where tenant_id = ${tenantId} and id = ${voucher.id}`);
  await moveStock(scope, voucher.rewardId, 1);
  tellVoucher(scope, { ...voucher, status });
}

/** Where it is counted how many can be had. */
const moveStock = ({ tx, tenantId }: Scope, rewardId: string, change: number) =>
  tx.execute(sql`
    update rewards set stock = stock + ${change}::int
    where tenant_id = ${tenantId} and id = ${rewardId} and stock is not null`);

type Told = Pick<Voucher, "id" | "customerId" | "origin" | "name" | "status">;

export const tellVoucher = (scope: Scope, { id, customerId, origin, name: what, status: became }: Told): void =>
  recordEvent(scope, { name: "voucher.changed", voucherId: id, customerId, origin, what, became });
