import { typedText } from "@/lib/platform/typed-text";
import { codeIn, codeShape } from "./rules";

/** A voucher's code as somebody typed it. */
export const voucherCode = typedText(40)
  .transform((typed) => codeIn(typed))
  .refine((code) => code === "" || codeShape.test(code), "is not a code: it looks like 7K4M-X2PQ");
