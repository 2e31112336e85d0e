import { z } from "zod";
import { newPassword } from "@/lib/auth/new-password";
import { passwordFault } from "@/lib/auth/password-rules";
import { readPhone } from "@/lib/platform/phone";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { isBusinessType } from "./rules";

export const businessPhone = typedText(40).transform((typed, context) => {
  const number = readPhone(typed);
  if (number) return number;
  const message = typed === "" ? "type a phone number" : "is not right: write it like 0712 345 678";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** Those of the world; what else a machine takes for one (`SystemV/EST5`), the database may not know. */
const zones = new Set(Intl.supportedValuesOf("timeZone"));

/** Written and called in whichever way, kept by the one name that everybody knows it by. */
export const timeZone = z
  .string("is missing")
  .max(60, "is not a time zone")
  .transform((typed, context) => {
    const name = nameOf(typed);
    if (zones.has(name)) return name;
    context.addIssue({ code: "custom", message: "is not a time zone" });
    return z.NEVER;
  });

const nameOf = (typed: string): string => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone;
  } catch {
    return "";
  }
};

const facts = {
  businessName: typedName(60, "tell us what it is called"),
  city: typedName(60, "tell us the town"),
  phone: businessPhone,
};

/** A business as its owner describes it. Unknown keys are dropped: nobody decides their own status. */
export const businessInput = z.object({
  ...facts,
  businessType: z.string().refine(isBusinessType, "choose one from the list"),
  timeZone: timeZone.default("Africa/Nairobi"),
  acceptTerms: z.literal(true, "accept the terms to go on"),
});

/** What may be put right before applying again. */
export const amendedInput = z.object(facts);

const login = {
  name: typedName(80, "tell us your name"),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email("is not an e-mail address").max(200, "is longer than 200 characters")),
  password: newPassword,
};

type Login = { name: string; email: string; password: string };

/** Too close to the person is known only once they have told who they are. */
const notAboutThem = ({ name, email, password }: Login, context: z.RefinementCtx) => {
  const fault = passwordFault(password, [name, email]);
  if (fault) context.addIssue({ code: "custom", path: ["password"], message: fault });
};

/** A login of one's own, for somebody who has none yet. */
export const loginInput = z.object(login).superRefine(notAboutThem);

/** A business together with the first login to it. */
export const registrationInput = businessInput.extend(login).superRefine(notAboutThem);

export type BusinessInput = z.output<typeof businessInput>;
export type LoginInput = z.output<typeof loginInput>;
