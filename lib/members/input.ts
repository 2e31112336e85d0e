import { z } from "zod";
import { newPassword } from "@/lib/auth/new-password";
import { readPhone } from "@/lib/platform/phone";
import { asTyped, typedName } from "@/lib/platform/typed-text";
import { roles } from "./rules";

const id = z.uuid("is not an id").toLowerCase();
const role = z.enum(roles as ["owner", "manager", "front_desk", "staff"], "is not a role");

/** Where an invitation goes: a lower-case e-mail address or a phone in E.164. */
const destination = z
  .string("is an e-mail address or a phone number")
  .max(200, "is longer than 200 characters")
  .transform((typed, context) => {
    const text = typed.trim();
    const read = text.includes("@") ? z.email().safeParse(text.toLowerCase()).data : readPhone(text);
    if (read) return read;
    context.addIssue({ code: "custom", message: "is neither an e-mail address nor a phone number" });
    return z.NEVER;
  });

/** Unknown keys are dropped, here as everywhere. */
export const inviteInput = z.object({ destination, role, staffId: id.nullish().transform((given) => given ?? null) });
export type InviteInput = z.output<typeof inviteInput>;

export const changeInput = z
  .object({ role: role.optional(), staffId: id.nullable().optional() })
  .refine((change) => change.role !== undefined || change.staffId !== undefined, "names nothing to change");
export type ChangeInput = z.output<typeof changeInput>;

export const tokenInput = z.object({ token: asTyped(200).min(1) });

/** A login made while accepting; whether the password is too close to them is asked with the address at hand. */
export const newLoginInput = tokenInput.extend({
  name: typedName(80, "tell us your name"),
  password: newPassword,
});
