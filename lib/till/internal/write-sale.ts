import { saleLines, type sales } from "@/db/schema/till";
import type { Scope } from "@/lib/tenancy/scope";
import type { Bill } from "../price";
import type { SoldLine } from "./sold-lines";

/** The columns of a sale that say what it comes to. `reward`: the name of what its voucher is for. */
export const billColumns = (bill: Bill, discountReason: string, reward?: string) =>
  ({
    subtotalMinor: bill.subtotalMinor,
    discountMinor: bill.discountMinor,
    discountReason: reasonOf(bill, discountReason, reward),
    tipMinor: bill.tipMinor,
    totalMinor: bill.totalMinor,
    vatMinor: bill.vatMinor,
  }) satisfies Partial<typeof sales.$inferInsert>;

/** Why somebody let it off; where nobody did, it was the voucher. */
const reasonOf = ({ discountMinor, voucherMinor }: Bill, reason: string, reward = ""): string =>
  discountMinor > voucherMinor ? reason : voucherMinor > 0 ? `Reward: ${reward}` : "";

export async function writeLines({ tx, tenantId }: Scope, saleId: string, lines: SoldLine[], bill: Bill) {
  await tx.insert(saleLines).values(
    lines.map(({ kind: _, ...line }, position) => ({
      ...line,
      ...bill.lines[position]!,
      tenantId,
      saleId,
      position,
    })),
  );
}
