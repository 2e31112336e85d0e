import type { CustomerNotes } from "@/lib/customers/input";

type Field = keyof CustomerNotes;
export const noteFields = ["allergies", "notes"] as const satisfies readonly Field[];

type Three = { seen: CustomerNotes; typed: CustomerNotes; is: CustomerNotes };

/** Where somebody else has written since what was written here, too, and otherwise. */
export const conflictsOf = ({ seen, typed, is }: Three): Field[] =>
  noteFields.filter((field) => typed[field] !== seen[field] && is[field] !== seen[field] && is[field] !== typed[field]);

/** What stands in the form: what nobody has touched here is what is written there now. */
export const shownOf = ({ seen, typed, is }: Three): CustomerNotes =>
  byField((field) => (typed[field] === seen[field] ? is[field] : typed[field]));

/** How both come together in the fields that conflict; the others stay as they are shown. */
export function settledBy(how: "mine" | "theirs" | "both", all: Three): CustomerNotes {
  const conflicts = conflictsOf(all);
  const shown = shownOf(all);
  return byField((field) => {
    if (how === "mine" || !conflicts.includes(field)) return shown[field];
    return how === "theirs" ? all.is[field] : together(all.seen[field], all.typed[field], all.is[field]);
  });
}

const byField = (of: (field: Field) => string): CustomerNotes => ({ allergies: of("allergies"), notes: of("notes") });

/** Theirs, with what was added here below. */
function together(seen: string, mine: string, theirs: string): string {
  const added = mine.startsWith(seen) ? mine.slice(seen.length).trim() : mine;
  return [theirs, added].filter(Boolean).join("\n");
}
