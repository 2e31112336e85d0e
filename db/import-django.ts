import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { closeConnections } from "@/db/client";
import { mostDumpBytes, readDump } from "@/lib/moving-in/dump";
import { moveIn } from "@/lib/moving-in/move-in";
import type { HouseReport, Report } from "@/lib/moving-in/report";
import { endWords, houseWords } from "@/lib/moving-in/report-words";

// Run by scripts/import-django.mjs, which knows the database and has read the arguments.
const given = z
  .object({
    MOVE_DUMP: z.string(),
    MOVE_MEDIA: z.string().default(""),
    MOVE_REPORT: z.string().default(""),
    MOVE_DRY_RUN: z.enum(["0", "1"]).default("0"),
    MOVE_TIMES: z.enum(["utc", "local"]).default("utc"),
  })
  .parse(process.env);

const say = (lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

const bytes = await readFile(given.MOVE_DUMP);
const dump =
  bytes.length > mostDumpBytes
    ? ({ ok: false, why: `it is larger than ${mostDumpBytes / 1024 / 1024} MB` } as const)
    : readDump(bytes.toString("utf8"));
if (dump.ok) {
  const dryRun = given.MOVE_DRY_RUN === "1";
  const houses: HouseReport[] = [];
  let report: Report = { dryRun, isRight: false, houses, strays: [], left: [] };
  process.exitCode = 1;
  try {
    report = await moveIn(dump.value, {
      ...{ dryRun, media: given.MOVE_MEDIA || null, times: given.MOVE_TIMES },
      heard: (house) => {
        houses.push(house);
        say(houseWords(house));
      },
    });
    say(endWords(report));
    if (report.isRight) process.exitCode = 0;
  } finally {
    if (given.MOVE_REPORT) await writeFile(given.MOVE_REPORT, `${JSON.stringify(report, null, 2)}\n`);
  }
} else {
  console.error(`${given.MOVE_DUMP} is no dump: ${dump.why}. Nothing was written.`);
  process.exitCode = 1;
}
await closeConnections();
