import { z } from "zod";
import type { ImportField, Mapping } from "@/db/schema/privacy";
import { customerEmail, customerName } from "@/lib/customers/input";
import { mostAllergies, mostNotes } from "@/lib/customers/rules";
import { readPhone } from "@/lib/platform/phone";
import { typedText } from "@/lib/platform/typed-text";

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

type Read = { ok: true; customer: ReadCustomer } | { ok: false; problem: string };

class Wrong extends Error {}

function text(shape: z.ZodType<string>, label: string, cell: string): string {
  const read = shape.safeParse(cell);
  if (read.success) return read.data;
  throw new Wrong(`${label} ${read.error.issues[0]?.message ?? "is not right"}`);
}

/** What a row of a file says, or what is wrong with it in words that name the column. `today`: nothing was allowed later. */
export function readRow(cells: readonly string[], mapping: Mapping, today: string): Read {
  const cell = (field: ImportField) => {
    const at = mapping[field];
    // A quote before what a spreadsheet would reckon with is its mark for text, and ours.
    return at === undefined ? "" : (cells[at] ?? "").trim().replace(/^'(?=[=+\-@])/, "");
  };
  const upTo = (most: number) => typedText(most);
  try {
    const [phone, email] = [cell("phone"), cell("email")];
    const number = phone === "" ? null : readPhone(phone);
    if (phone !== "" && !number) throw new Wrong(`Phone “${phone}” is not a number we can call`);
    return {
      ok: true,
      customer: {
        name: text(customerName, "Name", cell("name")),
        phone: number,
        email: email === "" ? null : emailOf(email),
        location: text(upTo(120), "Where they live", cell("location")),
        birthday: birthdayOf(cell("birthday")),
        tags: tagsOf(cell("tags")),
        allergies: text(upTo(mostAllergies), "Allergies", cell("allergies")),
        notes: text(upTo(mostNotes), "Notes", cell("notes")),
        serviceNotes: text(upTo(mostNotes), "How they like it done", cell("serviceNotes")),
        language: /^(sw|swahili|kiswahili)$/i.test(cell("language")) ? "sw" : "en",
        allowedOn: isYes(cell("marketing")) ? allowedOn(cell("marketingSince"), today) : null,
      },
    };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problem: error.message };
    throw error;
  }
}

function emailOf(cell: string): string {
  const read = customerEmail.safeParse(cell);
  if (read.success) return read.data;
  throw new Wrong(`E-mail “${cell.slice(0, 60)}” is not an e-mail address`);
}

const isYes = (cell: string) => /^(y|yes|true|1|x|ndiyo)$/i.test(cell);

function allowedOn(cell: string, today: string): string | null {
  if (cell === "") return null;
  const day = dayOf(cell);
  if (!day) throw new Wrong(`Allowed since “${cell}” is not a date like 2026-03-31 or 31/03/2026`);
  if (day > today) throw new Wrong(`Allowed since “${cell}” has not come yet`);
  return day;
}

/** A date as it is written here: the day before the month, or as ISO has it. */
function dayOf(cell: string): string | null {
  const local = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(cell);
  const iso = local ? `${local[3]}-${local[2]!.padStart(2, "0")}-${local[1]!.padStart(2, "0")}` : cell.slice(0, 10);
  return z.iso.date().safeParse(iso).success ? iso : null;
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
