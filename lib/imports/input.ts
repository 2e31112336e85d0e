import { z } from "zod";
import type { ImportKind, Mapping } from "@/db/schema/imports";
import { timeCursor } from "@/lib/platform/time-cursor";
import { typedText } from "@/lib/platform/typed-text";
import { fieldsOf } from "./fields";
import { importKinds, mostColumns } from "./rules";

const id = z.uuid("is not an id").toLowerCase();
const column = z
  .int("is not a column")
  .min(0, "is not a column")
  .max(mostColumns - 1, "is not a column");

export const importKind = z.enum(importKinds, "is no kind of list");

const yes = z.boolean("is neither yes nor no").default(false);

/** Which column is what, each at most once; what is no field of the kind is dropped. */
const mappingOf = (kind: ImportKind) =>
  z
    .object(Object.fromEntries(fieldsOf(kind).map(({ field }) => [field, column.optional()])))
    .superRefine((mapping, context) => {
      const missing = fieldsOf(kind).find(({ field, needed }) => needed && mapping[field] === undefined);
      if (missing)
        context.addIssue({
          ...{ code: "custom", path: [missing.field], message: `choose the column for “${missing.label}”` },
        });
      const chosen = Object.values(mapping).filter((at) => at !== undefined);
      if (new Set(chosen).size < chosen.length) context.addIssue({ code: "custom", message: "uses a column twice" });
    })
    .transform((mapping) => mapping as Mapping);

const mapped = <K extends ImportKind>(kind: K) =>
  z.object({
    ...{ importId: id, kind: z.literal(kind), mapping: mappingOf(kind) },
    options: z.object({ tells: yes, overlaps: yes }).prefault({}),
  });

/** What the columns of the file are, and what was ticked. */
export const mappedImportInput = z.discriminatedUnion("kind", [
  mapped("customers"),
  mapped("services"),
  mapped("staff"),
  mapped("bookings"),
]);
export type MappedImport = z.output<typeof mappedImportInput>;

export const importInput = z.object({ importId: id });

export const importsQuery = z.object({ cursor: timeCursor.optional() });
/** What the file that is handed over holds, and how it is called. */
export const newImportQuery = z.object({ kind: importKind, name: typedText(200).default("A list") });
