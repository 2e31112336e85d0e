import { z } from "zod";
import { importWords } from "@/app/_server/import-refused";
import { invalid } from "@/app/_server/problem";
import { json, memberQuestion, memberUpload } from "@/app/_server/route";
import { listImports } from "@/lib/imports/get-import";
import { importKind } from "@/lib/imports/input";
import { keepFile } from "@/lib/imports/keep-file";
import { mostImportBytes } from "@/lib/imports/rules";
import { fieldErrors } from "@/lib/platform/field-errors";
import { timeCursor } from "@/lib/platform/time-cursor";
import { typedText } from "@/lib/platform/typed-text";

const query = z.object({ cursor: timeCursor.optional() });
const named = z.object({ kind: importKind, name: typedText(200).default("A list") });

/** The lists that were read in, or are to be. */
export const GET = memberQuestion("imports.run", async (scope, _, request) => {
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listImports(scope, asked.data.cursor) : invalid(fieldErrors(asked.error));
});

/** A file as it is; nothing is added before it is said what its columns are. */
export const POST = memberUpload("imports.run", mostImportBytes, async (scope, _member, bytes, _params, request) => {
  const asked = named.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const kept = await keepFile(scope, asked.data.kind, asked.data.name, bytes);
  return kept.ok ? json(kept.value, 201) : invalid({ file: [importWords(kept)] });
});
