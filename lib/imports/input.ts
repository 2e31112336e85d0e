import { z } from "zod";
import type { ImportField } from "@/db/schema/privacy";
import { importFields } from "./fields";
import { mostColumns } from "./rules";

const id = z.uuid("is not an id").toLowerCase();
const column = z
  .int("is not a column")
  .min(0, "is not a column")
  .max(mostColumns - 1, "is not a column");

const columns = Object.fromEntries(importFields.map(({ field }) => [field, column.optional()])) as Record<
  ImportField,
  z.ZodOptional<typeof column>
>;

const mapping = z
  .object(columns)
  .refine(({ name }) => name !== undefined, { path: ["name"], error: "choose the column with their names" })
  .refine((all) => new Set(Object.values(all)).size === Object.values(all).length, "uses a column twice");

/** What the columns of the file are. */
export const mappedImportInput = z.object({ importId: id, mapping });
export type MappedImport = z.output<typeof mappedImportInput>;

export const importInput = z.object({ importId: id });
