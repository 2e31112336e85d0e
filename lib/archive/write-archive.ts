import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/auth/audit";
import { archivedFiles } from "@/lib/gallery/archived-files";
import { now } from "@/lib/platform/clock";
import { files } from "@/lib/platform/files";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { dumpTenant } from "./dump-tenant";
import { type ArchiveEnd, type ArchiveFile, type ArchiveHead, archiveFormat } from "./rules";
import { type Ask, schemaNow } from "./tables";

export type Written = { path: string; name: string; remove(): Promise<void> };

type Out = { to: NodeJS.WritableStream; hash: ReturnType<typeof createHash>; over: AbortSignal };

const prefix = "clientpulse-archive-";
const hourMs = 3_600_000;

const asks =
  ({ tx }: Scope): Ask =>
  async <R extends object>(text: string) => {
    const rows = await tx.execute(sql.raw(text));
    return [...rows] as unknown as R[];
  };

/**
 * Everything of a business as one file of this machine, to be handed over and removed: its rows as of one moment, then its
 * pictures. Nobody is held up by it. That it was taken is written down first.
 */
export async function writeArchive(tenantId: string, actor: Actor): Promise<Written> {
  await withTenant(tenantId, actor, (scope) =>
    recordAudit(scope, { action: "tenant.archived", entity: "tenant", entityId: tenantId }),
  );
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const path = join(folder, "archive.gz");
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const packed = createGzip();
    const kept = pipeline(packed, createWriteStream(path, { mode: 0o600 }));
    // A disk that is full ends whoever waits for room.
    const over = new AbortController();
    kept.catch((error) => over.abort(error));
    const out: Out = { to: packed, hash: createHash("sha256"), over: over.signal };
    const { slug, pictures, counts } = await readTenant(tenantId, actor, (scope) => writeRows(scope, out));
    const written = await writeFiles(out, pictures);
    const end: ArchiveEnd = { end: counts, files: written, sha256: out.hash.digest("hex") };
    packed.end(`${JSON.stringify(end)}\n`);
    await kept;
    return { path, name: `${slug}-${now().toISOString().slice(0, 10)}.clientpulse.gz`, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function writeRows(scope: Scope, out: Out) {
  const { tenantId } = scope;
  const ask = asks(scope);
  const [house] = await ask<{ slug: string; name: string }>(`select slug, name from tenants where id = '${tenantId}'`);
  if (!house) throw new Error(`tenant ${tenantId} is not there`);
  const format = { format: archiveFormat, schema: schemaNow } as const;
  const head: ArchiveHead = { ...format, tenantId, ...house, writtenAt: now().toISOString() };
  await write(out, `${JSON.stringify(head)}\n`);
  const lines = dumpTenant(ask, tenantId);
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return { slug: house.slug, counts: value, pictures: await archivedFiles(scope) };
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
