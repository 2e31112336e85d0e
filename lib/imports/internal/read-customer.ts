import { mostAllergies, mostNotes } from "@/lib/customers/rules";
import { type Cell, dayOf, emailOf, nameOf, phoneOf, textOf, Wrong } from "./cells";

export type ReadCustomer = {
  name: string;
  phone: string | null;
  email: string | null;
  location: string;
  birthday: string | null;
  tags: string[];
  allergies: string;
  notes: string;
  serviceNotes: string;
  language: "en" | "sw";
  /** The day on which they allowed advertising, as the file says; null where it says no day, or no. */
  allowedOn: string | null;
};

/** `today`: nothing was allowed later. */
export const readCustomer = (cell: Cell, today: string): ReadCustomer => ({
  phone: phoneOf(cell("phone")),
  name: nameOf(cell),
  email: emailOf(cell("email")),
  location: textOf("Where they live", 120, cell("location")),
  birthday: birthdayOf(cell("birthday")),
  tags: tagsOf(cell("tags")),
  allergies: textOf("Allergies", mostAllergies, cell("allergies")),
  notes: textOf("Notes", mostNotes, cell("notes")),
  serviceNotes: textOf("How they like it done", mostNotes, cell("serviceNotes")),
  language: /^(sw|swahili|kiswahili)$/i.test(cell("language")) ? "sw" : "en",
  allowedOn: isYes(cell("marketing")) ? allowedOn(cell("marketingSince"), today) : null,
});

const isYes = (cell: string) => /^(y|yes|true|1|x|ndiyo)$/i.test(cell);

function allowedOn(cell: string, today: string): string | null {
  if (cell === "") return null;
  const day = dayOf(cell);
  if (!day) throw new Wrong(`Allowed since “${cell}” is not a date like 2026-03-31 or 31/03/2026`);
  if (day > today) throw new Wrong(`Allowed since “${cell}” has not come yet`);
  return day;
}

function birthdayOf(cell: string): string | null {
  if (cell === "") return null;
  const day = dayOf(cell);
  if (day) return day.slice(5);
  const short = /^(\d{1,2})[/. -](\d{1,2})$/.exec(cell);
  // A leap year, so that the 29th of February is a day.
  const leap = short && dayOf(`${short[1]}/${short[2]}/2024`);
  if (leap) return leap.slice(5);
  throw new Wrong(`Birthday “${cell}” is not a day like 31/03`);
}

function tagsOf(cell: string): string[] {
  const tags = [...new Set(cell.split(/[;,|]/).flatMap((tag) => tag.trim() || []))];
  const long = tags.find((tag) => tag.length > 40);
  if (long) throw new Wrong(`Tags: “${long.slice(0, 40)}…” is longer than 40 letters`);
  if (tags.length > 20) throw new Wrong("Tags are more than 20");
  return tags;
}
