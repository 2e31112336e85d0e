import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import postgres from "postgres";
import { hashPassword } from "@/lib/auth/passwords";
import { files } from "@/lib/platform/files";
import { sealUnder } from "@/lib/platform/seal";
import { loadArchive, NotLoaded } from "./load-archive";

// Run by scripts/import-tenant.mjs, which knows the database and has looked for the file.
const { DATABASE_PLATFORM_URL, ENCRYPTION_KEY, ARCHIVE = "", ARCHIVE_SLUG, ARCHIVE_OPEN } = process.env;
if (!DATABASE_PLATFORM_URL || !ENCRYPTION_KEY)
  throw new Error("DATABASE_PLATFORM_URL and ENCRYPTION_KEY are needed to read a business in");

const sql = postgres(DATABASE_PLATFORM_URL, { max: 1, onnotice: () => {} });
try {
  const {
    head,
    rows,
    files: pictures,
    knownUsers,
  } = await loadArchive(sql, linesOf(ARCHIVE), {
    slug: ARCHIVE_SLUG || undefined,
    open: ARCHIVE_OPEN === "1",
    seal: (key, place) => sealUnder(ENCRYPTION_KEY, key, place),
    noPassword: await hashPassword(randomBytes(32).toString("base64")),
    async keep({ file, type, bytes }) {
      const kept = files();
      if (!kept) throw new NotLoaded("There is nowhere to keep pictures: set FILES_DIR or S3_BUCKET.");
      await kept.put(file, Buffer.from(bytes, "base64"), type);
    },
  });
  const total = Object.values(rows).reduce((sum, many) => sum + many, 0);
  console.log(`${head.name} is here, as of ${head.writtenAt}: ${total} rows and ${pictures} pictures.`);
  console.log(
    `Its page: /book/${ARCHIVE_SLUG || head.slug}${ARCHIVE_OPEN === "1" ? "" : ", once an admin has approved it."}`,
  );
  console.log("Its people choose a new password by “Forgot it?” on the sign-in page.");
  if (knownUsers.length > 0) console.log(`Had a login here already and keep it: ${knownUsers.join(", ")}.`);
  console.log("Close the business where it came from before it opens here: both would write to the same customers.");
} catch (error) {
  if (!(error instanceof NotLoaded)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await sql.end();
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip().setEncoding("utf8");
  // What goes wrong with the file comes out where it is read.
  pipeline(createReadStream(file), unpacked).catch(() => undefined);
  let rest = "";
  try {
    for await (const text of unpacked) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("Z_"))
      throw new NotLoaded("This is not a whole archive of ClientPulse. Nothing was read in.");
    throw error;
  }
  if (rest) yield rest;
}
