"use server";

import { memberAction } from "@/app/_server/action";
import { importAnswer } from "@/app/_server/import-refused";
import { importInput, mappedImportInput } from "@/lib/imports/input";
import { planImport, startImport } from "@/lib/imports/run-import";
import { undoImport } from "@/lib/imports/undo-import";

/** What would come of a list, if its columns are these. */
export const tryImport = memberAction("imports.run", mappedImportInput, async (scope, _, wish) =>
  importAnswer(await planImport(scope, wish)),
);

export const readInList = memberAction("imports.run", mappedImportInput, async (scope, _, wish) =>
  importAnswer(await startImport(scope, wish)),
);

export const takeBackList = memberAction("imports.run", importInput, async (scope, _, { importId }) =>
  importAnswer(await undoImport(scope, importId)),
);
