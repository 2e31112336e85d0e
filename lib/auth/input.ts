import { z } from "zod";
import { asTyped, cannotBeKept, typedName } from "@/lib/platform/typed-text";
import { newPassword } from "./new-password";
import { passwordLength } from "./rules";

const text = (most: number, missing = "is needed") =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `may have at most ${most} characters`)
    .refine((value) => !cannotBeKept(value), "holds a character that cannot be kept");

/** As typed: the one there is, which may be older than the rules for new ones. */
const password = asTyped(512, `may have at most ${passwordLength.most} characters`).min(1, "is needed");

/** People put spaces where the SMS has them. */
const code = z
  .string()
  .transform((typed) => typed.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "has six digits"));

/** Goes with the code: what was answered when it was asked for. */
const challenge = z.uuid("comes with the answer that a code was sent").toLowerCase();

const identifier = text(320);

export const passwordResetShape = z.object({ identifier });
export const resetByLinkShape = z.object({ token: text(100), password: newPassword });
const resetByCodeShape = z.object({ identifier, challenge, code, password: newPassword });
export const resetShape = z.union([resetByLinkShape, resetByCodeShape]);
export const registrationCodeShape = z.object({ registration: text(100), code });
export const codeShape = z.object({ identifier, challenge, code });
const field = z.enum(["email", "phone"]);
export const contactShape = z.discriminatedUnion("field", [
  z.object({ field: z.literal("email"), destination: text(320, "Type an e-mail address") }),
  z.object({ field: z.literal("phone"), destination: text(320, "Type a phone number") }),
]);
export const contactFieldShape = z.object({ field });
export const contactCodeShape = z.object({ field, destination: identifier, challenge, code });
export const secondFactorShape = z.object({ code: text(40) });
export const confirmSecondFactorShape = z.object({ code });
export const proofShape = z.union([z.object({ password }), z.object({ code: text(40) })]);
export const passwordChangeShape = z.object({ old: password, fresh: newPassword });
export const profileShape = z.object({
  name: typedName(120, "is needed").optional(),
  language: z.enum(["en", "sw"]).optional(),
  preferences: z.object({ bookings: z.enum(["all", "own", "none"]), byEmail: z.boolean() }).optional(),
});
const purpose = z.enum(["password_reset", "confirm_email", "confirm_phone"]);
export const otpShape = z.object({ purpose, destination: identifier });
export const otpVerifyShape = z.object({ purpose, destination: identifier, challenge, code });

/** A phone at a business; with the code and its challenge, who holds it. */
export const customerSignupShape = z.object({
  slug: asTyped(60),
  phone: asTyped(40),
  code: z
    .string()
    .regex(/^\d{6}$/, "is six digits")
    .optional(),
  /** Answered when the code was sent; comes back with it. */
  challenge: asTyped(60).optional(),
});
