import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readDump } from "../dump";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
export const media = path("./media");

/** The day that the dump of this folder was made on. */
const madeOn = "2026-12-01";

/** The dump with all its days moved, as if it had been made on `today`. */
export function dumpOf(today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(madeOn)) / 86_400_000);
  return readFileSync(path("./django-dump.json"), "utf8").replace(
    /"(20\d\d-\d\d-\d\d)(?=T[\d:]+Z"|")/g,
    (_, day: string) => `"${new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)}`,
  );
}

export function oldDump(today: string) {
  const dump = readDump(dumpOf(today));
  if (!dump.ok) throw new Error(dump.why);
  return dump.value;
}

/** Its two businesses. */
export const zuri = "c15a88b9-952a-5868-b922-d901c013aa18";
export const bora = "c10fb600-91e2-5ad8-938b-c88bf1fd54e3";
