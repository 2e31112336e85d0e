import type { CustomerNotes } from "@/lib/customers/input";

type Field = keyof CustomerNotes;
export const noteFields = ["allergies", "notes"] as const satisfies readonly Field[];

/** What somebody else has written since; nothing where it is what stands in the form, too. */
export const changedMeanwhile = (seen: CustomerNotes, typed: CustomerNotes, is: CustomerNotes): Field[] =>
  noteFields.filter((field) => is[field] !== seen[field] && is[field] !== typed[field]);

/** Theirs, with what was added to it here below. */
export const mergedNotes = (seen: CustomerNotes, typed: CustomerNotes, is: CustomerNotes): CustomerNotes => ({
  allergies: merged(seen.allergies, typed.allergies, is.allergies),
  notes: merged(seen.notes, typed.notes, is.notes),
});

function merged(seen: string, mine: string, theirs: string): string {
  if (theirs === seen || theirs === mine) return mine;
  if (mine === seen) return theirs;
  const added = mine.startsWith(seen) ? mine.slice(seen.length).trim() : mine;
  return [theirs, added].filter(Boolean).join("\n");
}
