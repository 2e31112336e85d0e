import { z } from "zod";
import { typedText } from "@/lib/platform/typed-text";

/** A number of M-Pesa's: of a till, a store or a PayBill. People put spaces where the sticker has them. */
const shortcode = z
  .string()
  .transform((typed) => typed.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{5,7}$/, "has five to seven digits"));

/** What is left blank is not said. */
const blank = z
  .string()
  .trim()
  .length(0)
  .transform(() => undefined);

const secret = (least: number, most: number) =>
  z
    .union([
      blank,
      z
        .string()
        .trim()
        .min(least, `has at least ${least} characters`)
        .max(most, `is longer than ${most} characters`)
        .regex(/^[!-~]*$/, "has letters, digits and signs only, and no spaces"),
    ])
    .optional();

export const mpesaNumberInput = z.object({
  kind: z.enum(["till", "paybill"], "is a till or a PayBill"),
  number: shortcode,
  /** Of a till, and only where phones are asked. */
  storeNumber: z.union([blank, shortcode], "has five to seven digits").optional(),
});
export type MpesaNumberInput = z.output<typeof mpesaNumberInput>;

/** What is blank stays as it is kept. */
export const mpesaKeysInput = z.object({
  environment: z.enum(["sandbox", "live"], "is sandbox or live"),
  consumerKey: secret(10, 200),
  consumerSecret: secret(10, 200),
  passkey: secret(10, 200),
  initiatorName: secret(1, 60),
  initiatorPassword: secret(1, 100),
});
export type MpesaKeysInput = z.output<typeof mpesaKeysInput>;

export const simulatorInput = z.object({ kind: z.enum(["till", "paybill"], "is a till or a PayBill") });

export const mostMoneyNote = 300;
const note = typedText(mostMoneyNote);
export const neededNote = note.refine((text) => text !== "", "is needed");
