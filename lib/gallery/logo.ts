import { eq } from "drizzle-orm";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import type { Photo } from "@/lib/auth/pictures";
import { recordEvent } from "@/lib/events/record-event";
import { files } from "@/lib/platform/files";
import { sha256 } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { headOf, writePosition } from "@/lib/tenancy/head";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { encode, type PictureRefusal } from "./internal/encode";
import { dropFiles, logoFile, pictureType } from "./internal/picture-files";

export type LogoRefusal = PictureRefusal | { refusal: "no_storage" };

type Who = { tenantId: string; actor: Actor };

const side = 256;

/** The sign of the house, in place of what was there. Its version names it: another one has another version. */
export async function setLogo(who: Who, sent: Buffer): Promise<Result<{ version: string }, LogoRefusal>> {
  const { tenantId, actor } = who;
  const kept = files();
  if (!kept) return refuse("no_storage");
  const made = await encode(sent, { logo: side });
  if (!made.ok) return made;
  const { bytes } = made.value.logo;
  const version = sha256(bytes).slice(0, 16);
  await kept.put(logoFile(tenantId, version), bytes, pictureType);
  try {
    const before = await withTenant(tenantId, actor, (scope) => put(scope, version));
    await dropUnnamed(who, before);
  } catch (error) {
    await dropUnnamed(who, version);
    throw error;
  }
  return ok({ version });
}

/** False when there was none. */
export async function removeLogo(who: Who): Promise<boolean> {
  const before = await withTenant(who.tenantId, who.actor, (scope) => put(scope, null));
  await dropUnnamed(who, before);
  return before !== null;
}

/** Who sets it at the same moment may have named it again; where that cannot be asked the file stays, opened by nobody. */
async function dropUnnamed({ tenantId, actor }: Who, version: string | null): Promise<void> {
  const kept = files();
  if (!version || !kept) return;
  const named = await withTenant(tenantId, actor, getLogo).catch(() => null);
  if (named && named.logo !== version) await dropFiles(kept, [logoFile(tenantId, version)]);
}

export type Logo = { logo: string | null; position: string };

export async function getLogo(scope: Scope): Promise<Logo> {
  const { tx, tenantId } = scope;
  const head = await headOf(scope);
  const [tenant] = await tx.select({ logo: tenants.logo }).from(tenants).where(eq(tenants.id, tenantId));
  return { logo: tenant?.logo ?? null, position: writePosition(head) };
}

export async function logoBytes(tenantId: string, version: string): Promise<Photo | null> {
  const bytes = await files()?.get(logoFile(tenantId, version));
  return bytes ? { contentType: pictureType, bytes } : null;
}

/** Answers the version of what was there. */
async function put(scope: Scope, version: string | null): Promise<string | null> {
  const { tx, tenantId } = scope;
  const [tenant] = await tx.select({ logo: tenants.logo }).from(tenants).where(eq(tenants.id, tenantId)).for("update");
  const before = tenant?.logo ?? null;
  if (before === version) return before;
  await tx.update(tenants).set({ logo: version }).where(eq(tenants.id, tenantId));
  recordEvent(scope, { name: "logo.changed", tenantId });
  await recordAudit(scope, {
    action: "logo.changed",
    entity: "tenant",
    entityId: tenantId,
    before: { logo: before },
    after: { logo: version },
  });
  return before;
}
