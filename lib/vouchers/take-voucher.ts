import { sql } from "drizzle-orm";
import { planDue } from "@/lib/events/plan-due";
import { now } from "@/lib/platform/clock";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockVoucher, tellVoucher, type Voucher } from "./voucher";
import { voucherOff } from "./voucher-off";

export type VoucherRefusal =
  | { refusal: "unknown_voucher" }
  | { refusal: "voucher_used" }
  /** Its time is over, or it was taken back. */
  | { refusal: "voucher_over" }
  /** It is somebody else's. */
  | { refusal: "voucher_not_theirs" }
  /** Nothing that it is for is sold. */
  | { refusal: "voucher_fits_nothing" };

/** A voucher that a sale takes, locked, and what it takes off each line; null for a sale that takes none. */
export type Used = { voucher: Voucher; off: number[] } | null;

type Sold = {
  code: string;
  saleId: string | null;
  customerId: string | null;
  lines: readonly { serviceId: string | null; quantity: number; unitMinor: number }[];
};

/**
 * Whether a sale may take this code, looked at before the sale is written; `takeVoucher` writes it. Who is sold to without
 * having said who they are is whoever holds the code.
 */
export async function lookAtVoucher(scope: Scope, sold: Sold): Promise<Result<Used, VoucherRefusal>> {
  if (sold.code === "") return ok(null);
  const voucher = await lockVoucher(scope, { code: sold.code });
  if (!voucher) return refuse("unknown_voucher");
  const { status, saleId, customerId, expiresAt } = voucher;
  if (status === "redeemed" && saleId !== sold.saleId) return refuse("voucher_used");
  if (status === "cancelled" || status === "expired") return refuse("voucher_over");
  if (status === "pending" && expiresAt <= now()) return refuse("voucher_over");
  if (sold.customerId && sold.customerId !== customerId && !(await answersFor(scope, customerId, sold.customerId)))
    return refuse("voucher_not_theirs");
  const off = voucherOff(voucher, sold.lines);
  return off ? ok({ voucher, off }) : refuse("voucher_fits_nothing");
}

/** A sale that is there takes what was looked at, and gives back what it took before. */
export async function takeVoucher(scope: Scope, saleId: string, used: Used, beforeId: string | null): Promise<void> {
  const { tx, tenantId } = scope;
  if (beforeId && beforeId !== used?.voucher.id) await releaseVoucher(scope, saleId);
  if (!used) return;
  const offMinor = used.off.reduce((sum, minor) => sum + minor, 0);
  const at = now().toISOString();
  await tx.execute(sql`
    update vouchers set status = 'redeemed', sale_id = ${saleId}, off_minor = ${offMinor},
      redeemed_at = coalesce(redeemed_at, ${at})
    where tenant_id = ${tenantId} and id = ${used.voucher.id}`);
  if (used.voucher.status === "pending") tellVoucher(scope, { ...used.voucher, status: "redeemed" });
}

/** So long a code can still be used that a sale gave back when its time was over. */
const graceMs = 7 * 86_400_000;

/** The sale is none, or does without it: its code can be used again. */
export async function releaseVoucher(scope: Scope, saleId: string): Promise<void> {
  const { tx, tenantId } = scope;
  const voucher = await lockVoucher(scope, { saleId });
  if (!voucher) return;
  const least = new Date(now().getTime() + graceMs);
  const expiresAt = voucher.expiresAt > least ? voucher.expiresAt : least;
  await tx.execute(sql`
    update vouchers set status = 'pending', sale_id = null, off_minor = 0, redeemed_at = null,
      expires_at = ${expiresAt.toISOString()}
    where tenant_id = ${tenantId} and id = ${voucher.id}`);
  if (expiresAt === least)
    await planDue(scope, { kind: "expire_voucher", at: least, payload: { voucherId: voucher.id } });
  tellVoucher(scope, { ...voucher, status: "pending" });
}

/** A parent's code is good for the child as well. */
async function answersFor({ tx, tenantId }: Scope, guardianId: string, customerId: string): Promise<boolean> {
  const [row] = await tx.execute(sql`
    select 1 from customers where tenant_id = ${tenantId} and id = ${customerId} and guardian_id = ${guardianId}`);
  return row !== undefined;
}
