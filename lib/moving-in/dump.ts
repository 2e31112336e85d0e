import { z } from "zod";
import { ok, type Result, refuse } from "@/lib/platform/result";

/** One row as `manage.py dumpdata` writes it. */
export type OldRow = { model: string; id: string; fields: Record<string, unknown> };
export type Dump = ReadonlyMap<string, readonly OldRow[]>;

/** It is read whole. */
export const mostDumpBytes = 200 * 1024 * 1024;

const oldRow = z.object({
  model: z.string().regex(/^[a-z_]+\.[a-z_]+$/i),
  pk: z.union([z.string(), z.number()]),
  fields: z.record(z.string(), z.unknown()),
});

/** `clientapp.booking` is `booking`; of other apps only the users are anything to us. */
const modelOf = (label: string): string => label.toLowerCase().replace(/^clientapp\.|^auth\.(?=user$)/, "");

/** Rows by their model, in the order of the file. */
export function readDump(text: string): Result<Dump, { refusal: "not_a_dump"; why: string }> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return refuse("not_a_dump", { why: `it is no JSON: ${(error as Error).message}` });
  }
  if (!Array.isArray(parsed)) return refuse("not_a_dump", { why: "it is no list of rows" });
  const dump = new Map<string, OldRow[]>();
  for (const [at, given] of parsed.entries()) {
    const read = oldRow.safeParse(given);
    if (!read.success) return refuse("not_a_dump", { why: `row ${at + 1} has no model, pk and fields` });
    const model = modelOf(read.data.model);
    const row = { model, id: String(read.data.pk).toLowerCase(), fields: read.data.fields };
    const rows = dump.get(model);
    if (rows) rows.push(row);
    else dump.set(model, [row]);
  }
  return ok(dump);
}
