import { z } from "zod";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { businessPhone, timeZone } from "./input";
import { isBusinessType, mostAbout } from "./rules";
import { slugFault } from "./slug";

/** An empty field is nothing at all. */
const orNone = <T extends z.ZodType>(shape: T) =>
  z.string("is missing").transform((typed, context): z.output<T> | null => {
    if (typed.trim() === "") return null;
    const read = shape.safeParse(typed);
    if (read.success) return read.data;
    for (const { message } of read.error.issues) context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** Lines may stay; what a machine sends for them may not. */
const said = z
  .string("is missing")
  .transform((typed) => typed.replace(/\r\n?/g, "\n"))
  .pipe(typedText(mostAbout));

const isWebLink = (typed: string): boolean => URL.canParse(typed) && new URL(typed).protocol === "https:";

/** What a house says of itself, and how it looks; what is not named stays. */
export const changeBusinessInput = z
  .object({
    name: typedName(60, "is missing"),
    businessType: z.string().refine(isBusinessType, "is none of the list"),
    city: typedName(60, "is missing"),
    address: typedText(120).transform((typed) => typed.replace(/\s+/g, " ")),
    mapLink: orNone(typedText(500).refine(isWebLink, "is not a link that begins with https://")),
    phone: businessPhone,
    whatsapp: orNone(businessPhone),
    email: orNone(
      z
        .string("is missing")
        .trim()
        .toLowerCase()
        .pipe(z.email("is not an e-mail address").max(200, "is longer than 200 characters")),
    ),
    about: said,
    aboutSw: said,
    timeZone,
    language: z.enum(["en", "sw"], "is neither English nor Swahili"),
    listed: z.boolean("is yes or no"),
    slug: z
      .string("is missing")
      .trim()
      .toLowerCase()
      .superRefine((wanted, context) => {
        const fault = slugFault(wanted);
        if (fault) context.addIssue({ code: "custom", message: fault });
      }),
    colour: z
      .string("is missing")
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, "is not a colour like #d97706"),
  })
  .partial();

export type BusinessChange = z.output<typeof changeBusinessInput>;
