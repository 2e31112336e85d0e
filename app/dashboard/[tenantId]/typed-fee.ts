import type { Fee } from "@/db/schema/tenants";
import { typedAmount } from "@/lib/platform/typed-amount";

/** A fee as it is typed: how it is reckoned, and how much. */
export type TypedFee = { kind: "none" | Fee["kind"]; much: string };

export const feeTyped = (fee: Fee | null | undefined): TypedFee => {
  if (!fee) return { kind: "none", much: "" };
  return { kind: fee.kind, much: String(fee.kind === "percent" ? fee.percent : fee.amountMinor / 100) };
};

export const typedFeeOf = ({ kind, much }: TypedFee): Fee | undefined => {
  if (kind === "none") return undefined;
  return kind === "percent"
    ? { kind, percent: typedAmount(much) }
    : { kind, amountMinor: Math.round(typedAmount(much) * 100) };
};

/** Whether it is a number, so that an example can be made of it. */
export const isTypedWell = (typed: TypedFee): boolean => {
  const fee = typedFeeOf(typed);
  return !fee || !Number.isNaN(fee.kind === "percent" ? fee.percent : fee.amountMinor);
};
