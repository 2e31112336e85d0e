import { z } from "zod";
import { fieldsOf } from "./fields";
import { importKinds, mostColumns } from "./rules";

const id = z.uuid("is not an id").toLowerCase();
const column = z
  .int("is not a column")
  .min(0, "is not a column")
  .max(mostColumns - 1, "is not a column");

export const importKind = z.enum(importKinds, "is no kind of list");

const yes = z.boolean("is neither yes nor no").default(false);

/** What the columns of the file are, and what was ticked. */
export const mappedImportInput = z
  .object({
    importId: id,
    kind: importKind,
    mapping: z.record(z.string(), column),
    options: z.object({ tells: yes, overlaps: yes }).prefault({}),
  })
  .superRefine(({ kind, mapping }, context) => {
    const say = (message: string, field?: string) =>
      context.addIssue({ code: "custom", message, path: field ? ["mapping", field] : ["mapping"] });
    const fields = fieldsOf(kind);
    for (const { field, label, needed } of fields)
      if (needed && mapping[field] === undefined) say(`choose the column for “${label}”`, field);
    if (Object.keys(mapping).some((name) => fields.every(({ field }) => field !== name))) say("names no such field");
    if (new Set(Object.values(mapping)).size < Object.values(mapping).length) say("uses a column twice");
  });
export type MappedImport = z.output<typeof mappedImportInput>;

export const importInput = z.object({ importId: id });
