import type { CancellationTerms } from "@/db/schema/tenants";
import { typedAmount } from "@/lib/platform/typed-amount";
import { feeTyped, type TypedFee, typedFeeOf } from "../../typed-fee";

export type TypedTerms = { freeHours: string; late: TypedFee; noShow: TypedFee };

export const termsTyped = (terms: CancellationTerms | undefined): TypedTerms => ({
  freeHours: String(terms?.freeHours ?? 24),
  late: feeTyped(terms?.late),
  noShow: feeTyped(terms?.noShow),
});

/** Null when neither costs anything. */
export function termsOf({ freeHours, late, noShow }: TypedTerms): CancellationTerms | null {
  const [lateFee, missedFee] = [typedFeeOf(late), typedFeeOf(noShow)];
  if (!lateFee && !missedFee) return null;
  return {
    // When cancelling late costs nothing nobody asks how late that is.
    freeHours: lateFee ? typedAmount(freeHours) : 0,
    ...(lateFee ? { late: lateFee } : {}),
    ...(missedFee ? { noShow: missedFee } : {}),
  };
}
