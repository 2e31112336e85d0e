import { importWords } from "@/app/_server/import-refused";
import { invalid } from "@/app/_server/problem";
import { json, memberQuestion, memberUpload } from "@/app/_server/route";
import { listImports } from "@/lib/imports/get-import";
import { importsQuery, newImportQuery } from "@/lib/imports/input";
import { keepFile } from "@/lib/imports/keep-file";
import { mostImportBytes } from "@/lib/imports/rules";
import { fieldErrors } from "@/lib/platform/field-errors";

/** The lists that were read in, or are to be. */
export const GET = memberQuestion("imports.run", async (scope, _, request) => {
  const asked = importsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listImports(scope, asked.data.cursor) : invalid(fieldErrors(asked.error));
});

/** A file as it is; nothing is added before it is said what its columns are. */
export const POST = memberUpload("imports.run", mostImportBytes, async (scope, _member, bytes, _params, request) => {
  const asked = newImportQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const kept = await keepFile(scope, asked.data.kind, asked.data.name, bytes);
  return kept.ok ? json(kept.value, 201) : invalid({ file: [importWords(kept)] });
});
