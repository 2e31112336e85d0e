import type { CancellationTerms, Fee } from "@/db/schema/tenants";
import { typedAmount } from "@/lib/platform/typed-amount";

/** A fee as it is typed: how it is reckoned, and how much. */
export type TypedFee = { kind: "none" | Fee["kind"]; much: string };
export type TypedTerms = { freeHours: string; late: TypedFee; noShow: TypedFee };

const feeTyped = (fee: Fee | undefined): TypedFee => {
  if (!fee) return { kind: "none", much: "" };
  return { kind: fee.kind, much: String(fee.kind === "percent" ? fee.percent : fee.amountMinor / 100) };
};

export const termsTyped = (terms: CancellationTerms | undefined): TypedTerms => ({
  freeHours: String(terms?.freeHours ?? 24),
  late: feeTyped(terms?.late),
  noShow: feeTyped(terms?.noShow),
});

const feeOf = ({ kind, much }: TypedFee): Fee | undefined => {
  if (kind === "none") return undefined;
  return kind === "percent"
    ? { kind, percent: typedAmount(much) }
    : { kind, amountMinor: Math.round(typedAmount(much) * 100) };
};

/** Null when neither costs anything. */
export function termsOf({ freeHours, late, noShow }: TypedTerms): CancellationTerms | null {
  const [lateFee, missedFee] = [feeOf(late), feeOf(noShow)];
  if (!lateFee && !missedFee) return null;
  return {
    // When cancelling late costs nothing nobody asks how late that is.
    freeHours: lateFee ? typedAmount(freeHours) : 0,
    ...(lateFee ? { late: lateFee } : {}),
    ...(missedFee ? { noShow: missedFee } : {}),
  };
}
