import { z } from "zod";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { mostAllergies, mostNotes } from "./rules";

export const customerName = typedName(80, "is needed");

export const customerEmail = typedText(200)
  .transform((email) => email.toLowerCase())
  .pipe(z.email());

export const customerWishes = z.object({
  language: z.enum(["en", "sw"]),
  bySms: z.boolean(),
  byEmail: z.boolean(),
});

/** Lines as they were typed, however the browser ends them. */
const lines = (most: number) =>
  z
    .string()
    .transform((typed) => typed.replace(/\r\n?/g, "\n"))
    .pipe(typedText(most));

const notes = z.object({ allergies: lines(mostAllergies), notes: lines(mostNotes) });
export type CustomerNotes = z.output<typeof notes>;

/** `seen`: what stood there when it was opened; see note-customer. */
export const noteCustomerInput = notes.extend({ seen: notes });
export type NoteCustomerInput = z.output<typeof noteCustomerInput>;

/** A piece of a name, or the digits of a phone. */
export const matchesQuery = z.object({
  search: typedText(80).refine((text) => text.length >= 2, "is shorter than two letters"),
});
