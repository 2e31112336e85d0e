import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
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
  const folder = await mkdtemp(join(tmpdir(), "clientpulse-archive-"));
  const path = join(folder, "archive.gz");
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const packed = createGzip();
    const kept = pipeline(packed, createWriteStream(path, { mode: 0o600 }));
    // What goes wrong with the disk ends the writing as well.
    kept.catch((error) => packed.destroy(error));
    const { slug, pictures, hash, counts } = await readTenant(tenantId, actor, (scope) => writeRows(scope, packed));
    let written = 0;
    for (const { name, type } of pictures) {
      const bytes = await files()?.get(name);
      if (!bytes) continue;
      await put(
        packed,
        hash,
        JSON.stringify({ file: name, type, bytes: bytes.toString("base64") } satisfies ArchiveFile),
      );
      written += 1;
    }
    const end: ArchiveEnd = { end: counts, files: written, sha256: hash.digest("hex") };
    packed.end(`${JSON.stringify(end)}\n`);
    await kept;
    return { path, name: `${slug}-${now().toISOString().slice(0, 10)}.clientpulse.gz`, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function writeRows(scope: Scope, packed: NodeJS.WritableStream) {
  const { tenantId } = scope;
  const ask = asks(scope);
  const [house] = await ask<{ slug: string; name: string }>(`select slug, name from tenants where id = '${tenantId}'`);
  if (!house) throw new Error(`tenant ${tenantId} is not there`);
  const head: ArchiveHead = {
    format: archiveFormat,
    schema: schemaNow,
    tenantId,
    ...house,
    writtenAt: now().toISOString(),
  };
  await put(packed, null, JSON.stringify(head));
  const hash = createHash("sha256");
  const lines = dumpTenant(ask, tenantId);
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return { slug: house.slug, hash, counts: value, pictures: await archivedFiles(scope) };
    await put(packed, hash, value);
  }
}

async function put(to: NodeJS.WritableStream, hash: ReturnType<typeof createHash> | null, line: string): Promise<void> {
  const bytes = `${line}\n`;
  hash?.update(bytes);
  if (!to.write(bytes)) await once(to, "drain");
}
