import { z } from "zod";
import type { Mapping } from "@/db/schema/imports";
import { customerEmail, customerName } from "@/lib/customers/input";
import { readPhone } from "@/lib/platform/phone";
import { typedText } from "@/lib/platform/typed-text";

/** What is wrong with a row, in words that name the column. */
export class Wrong extends Error {}

/** What stands in a row for a field; nothing where no column is that. */
export type Cell = (field: string) => string;

export const cellOf =
  (cells: readonly string[], mapping: Mapping): Cell =>
  (field) => {
    const at = mapping[field];
    // A quote before what a spreadsheet would reckon with is its mark for text, and ours.
    return at === undefined ? "" : (cells[at] ?? "").trim().replace(/^'(?=[=+\-@])/, "");
  };

export function readAs<T>(shape: z.ZodType<T>, label: string, cell: unknown): T {
  const read = shape.safeParse(cell);
  if (read.success) return read.data;
  throw new Wrong(`${label} ${read.error.issues[0]?.message ?? "is not right"}`);
}

export const textOf = (label: string, most: number, cell: string): string => readAs(typedText(most), label, cell);

/** In one column or in two. */
export const nameOf = (cell: Cell): string =>
  readAs(customerName, "Name", [cell("name"), cell("surname")].filter(Boolean).join(" "));

export function phoneOf(cell: string): string | null {
  const number = cell === "" ? null : readPhone(cell);
  if (cell !== "" && !number) throw new Wrong(`Phone “${cell}” is not a number we can call`);
  return number;
}

export function emailOf(cell: string): string | null {
  if (cell === "") return null;
  const read = customerEmail.safeParse(cell);
  if (read.success) return read.data;
  throw new Wrong(`E-mail “${cell.slice(0, 60)}” is not an e-mail address`);
}

/** A date as it is written here: the day before the month, or as ISO has it. */
export function dayOf(cell: string): string | null {
  const local = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})(?!\d)/.exec(cell);
  const iso = local ? `${local[3]}-${local[2]!.padStart(2, "0")}-${local[1]!.padStart(2, "0")}` : cell.slice(0, 10);
  return z.iso.date().safeParse(iso).success ? iso : null;
}

/** `14:30`, `2.30 pm`, `9` or `9am`, in minutes of the day. */
export function minuteOf(cell: string): number | null {
  const read = /^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*(am|pm)?$/i.exec(cell.trim());
  if (!read) return null;
  const [, hour, minute = "0", half] = read;
  const [hours, minutes] = [Number(hour), Number(minute)];
  if (minutes > 59 || hours > (half ? 12 : 24)) return null;
  const turned = half ? (hours % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : hours;
  const all = turned * 60 + minutes;
  return all <= 1_440 ? all : null;
}

/** Names with something between them. */
export const listOf = (cell: string): string[] => cell.split(/[;|\n]/).flatMap((one) => one.trim() || []);
