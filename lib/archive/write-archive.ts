import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, type Gzip } from "node:zlib";
import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { archivedFiles } from "@/lib/gallery/archived-files";
import { now } from "@/lib/platform/clock";
import { files } from "@/lib/platform/files";
import { log } from "@/lib/platform/log";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { dumpTenant } from "./dump-tenant";
import { asItGrows } from "./internal/as-it-grows";
import { type ArchiveEnd, type ArchiveFile, type ArchiveHead, archiveFormat } from "./rules";
import { type Ask, schemaNow } from "./tables";

/** What is read of it may be read while it is written: whoever takes it sees it come from the first moment on. */
export type Archive = { name: string; bytes: Readable };

type Out = { to: Gzip; hash: ReturnType<typeof createHash>; over: AbortSignal };

const prefix = "clientpulse-archive-";
const hourMs = 3_600_000;

const asks =
  ({ tx }: Scope): Ask =>
  async <R extends object>(text: string) => {
    const rows = await tx.execute(sql.raw(text));
    return [...rows] as unknown as R[];
  };

/**
 * Everything of a business as one file: its rows as of one moment, then its pictures. Nobody is held up by it: it is
 * written to this machine as fast as it can be read, and handed over as fast as it is taken. That it was taken is
 * written down first. Where it cannot be written to its end, what is taken breaks off.
 */
export async function writeArchive(tenantId: string, actor: Actor): Promise<Archive> {
  const slug = await withTenant(tenantId, actor, async (scope) => {
    await recordAudit(scope, { action: "tenant.archived", entity: "tenant", entityId: tenantId });
    return (await houseOf(scope)).slug;
  });
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const path = join(folder, "archive.gz");
  await writeFile(path, "", { mode: 0o600 });
  const over = new AbortController();
  const whole = fill(tenantId, actor, path, over);
  whole.catch((error) => over.signal.aborted || log().error({ err: error, tenantId }, "archive not written"));
  const leave = async () => {
    over.abort();
    await rm(folder, { recursive: true, force: true });
  };
  const parts = asItGrows(path, whole);
  // Until something of it is there, a fault can still be told in words.
  const first = await parts.next().catch(async (error) => {
    await leave();
    throw error;
  });
  const bytes = Readable.from(after(first, parts));
  // Fetched or given up, it does not stay here.
  bytes.once("close", () => void leave());
  return { name: `${slug}-${now().toISOString().slice(0, 10)}.clientpulse.gz`, bytes };
}

async function* after(first: IteratorResult<Buffer, void>, rest: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function fill(tenantId: string, actor: Actor, path: string, over: AbortController): Promise<void> {
  const packed = createGzip();
  const kept = pipeline(packed, createWriteStream(path), { signal: over.signal });
  // A disk that is full ends whoever waits for room.
  kept.catch((error) => over.abort(error));
  const out: Out = { to: packed, hash: createHash("sha256"), over: over.signal };
  const { pictures, counts } = await readTenant(tenantId, actor, (scope) => writeRows(scope, out));
  const written = await writeFiles(out, pictures);
  const end: ArchiveEnd = { end: counts, files: written, sha256: out.hash.digest("hex") };
  packed.end(`${JSON.stringify(end)}\n`);
  await kept;
}

async function houseOf({ tx, tenantId }: Scope): Promise<{ slug: string; name: string }> {
  const [house] = await tx.execute<{ slug: string; name: string }>(
    sql`select slug, name from tenants where id = ${tenantId}`,
  );
  if (!house) throw new Error(`tenant ${tenantId} is not there`);
  return house;
}

async function writeRows(scope: Scope, out: Out) {
  const { tenantId } = scope;
  const ask = asks(scope);
  const format = { format: archiveFormat, schema: schemaNow } as const;
  const head: ArchiveHead = { ...format, tenantId, ...(await houseOf(scope)), writtenAt: now().toISOString() };
  await write(out, `${JSON.stringify(head)}\n`);
  // Whoever waits sees that it comes.
  out.to.flush();
  const lines = dumpTenant(ask, tenantId);
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return { counts: value, pictures: await archivedFiles(scope) };
    await put(out, value);
  }
}

async function writeFiles(out: Out, pictures: { name: string; type: string }[]): Promise<number> {
  let written = 0;
  for (const { name, type } of pictures) {
    const bytes = await files()?.get(name);
    if (!bytes) continue;
    const file: ArchiveFile = { file: name, type, bytes: bytes.toString("base64") };
    await put(out, JSON.stringify(file));
    written += 1;
  }
  return written;
}

/** A line that the last one vouches for. */
async function put(out: Out, line: string): Promise<void> {
  out.hash.update(`${line}\n`);
  await write(out, `${line}\n`);
}

async function write({ to, over }: Out, text: string): Promise<void> {
  over.throwIfAborted();
  if (!to.write(text)) await once(to, "drain", { signal: over });
}

/** What a process that was killed has left behind. */
export async function sweepArchives(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    const made = await stat(path).catch(() => null);
    if (made && made.mtimeMs < now().getTime() - hourMs) await rm(path, { recursive: true, force: true });
  }
}
