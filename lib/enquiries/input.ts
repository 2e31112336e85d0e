import { z } from "zod";
import { asked } from "@/lib/bookings/input";
import { readPhone } from "@/lib/platform/phone";
import { timeCursor } from "@/lib/platform/time-cursor";
import { typedName, typedText } from "@/lib/platform/typed-text";

export const mostEnquiry = 2_000;

/** By a form on a page. `website` is a field that people do not see: whoever fills it in is no person. */
export const enquiryInput = z
  .object({
    name: typedName(80, "type your name"),
    phone: typedText(30).transform((typed) => (typed === "" ? null : (readPhone(typed) ?? undefined))),
    email: typedText(200).transform((typed) => (typed === "" ? null : typed.toLowerCase())),
    subject: typedText(120).refine((text) => text !== "", "say what it is about"),
    words: typedText(mostEnquiry).refine((text) => text.length >= 5, "say a little more"),
    website: z.string().optional(),
  })
  .superRefine(({ phone, email }, context) => {
    if (phone === undefined)
      context.addIssue({
        code: "custom",
        path: ["phone"],
        message: "is not a number we can call: write it like 0712 345 678",
      });
    if (email !== null && !z.email().safeParse(email).success)
      context.addIssue({ code: "custom", path: ["email"], message: "is not an e-mail address" });
    if (phone === null && email === null)
      context.addIssue({ code: "custom", path: ["phone"], message: "is needed, or an e-mail" });
  });
export type EnquiryInput = z.output<typeof enquiryInput>;

export const enquiriesQuery = z.object({
  show: asked(z.enum(["unread", "open", "answered", "deleted"], "is not a choice")),
  cursor: asked(timeCursor),
});
export type EnquiriesQuery = z.output<typeof enquiriesQuery>;

/** Read, answered, deleted; or that it is not, where that can be taken back. */
export const enquiryChange = z.object({
  become: z.enum(["read", "answered", "deleted", "restored"], "is nothing that it can become"),
});
export type EnquiryChange = z.output<typeof enquiryChange>;
