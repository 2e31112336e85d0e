import { saleLines, type sales } from "@/db/schema/till";
import type { Scope } from "@/lib/tenancy/scope";
import type { Bill } from "../price";
import type { SoldLine } from "./sold-lines";

/** The columns of a sale that say what it comes to. */
export const billColumns = (bill: Bill, discountReason: string) =>
  ({
    subtotalMinor: bill.subtotalMinor,
    discountMinor: bill.discountMinor,
    discountReason: bill.discountMinor > 0 ? discountReason : "",
    tipMinor: bill.tipMinor,
    totalMinor: bill.totalMinor,
    vatMinor: bill.vatMinor,
  }) satisfies Partial<typeof sales.$inferInsert>;

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
