import { and, eq } from "drizzle-orm";
import { staffPhotos } from "@/db/schema/staff";
import { recordAudit } from "@/lib/auth/audit";
import type { Photo } from "@/lib/auth/photo";
import { photoTypeOf } from "@/lib/auth/photo-rules";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { sha256 } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { lockStaff } from "./internal/lock-staff";

const of = ({ tenantId }: Scope, staffId: string) =>
  and(eq(staffPhotos.tenantId, tenantId), eq(staffPhotos.staffId, staffId));

/** Null also for whom the asker may not see. */
export async function getStaffPhoto(scope: Scope, staffId: string): Promise<Photo | null> {
  const own = ownStaffOnly(scope.actor);
  if (own && own !== staffId) return null;
  const [photo] = await scope.tx
    .select({ contentType: staffPhotos.contentType, bytes: staffPhotos.bytes })
    .from(staffPhotos)
    .where(of(scope, staffId));
  return photo ?? null;
}

export async function setStaffPhoto(
  scope: Scope,
  staffId: string,
  bytes: Buffer,
): Promise<Result<{ version: string }, { refusal: "unknown" | "not_a_picture" }>> {
  if (!(await lockStaff(scope, staffId))) return refuse("unknown");
  const contentType = photoTypeOf(bytes);
  if (!contentType) return refuse("not_a_picture");
  const version = sha256(bytes).slice(0, 16);
  const picture = { contentType, bytes, version, createdAt: now() };
  const before = await versionIn(scope, staffId);
  await scope.tx
    .insert(staffPhotos)
    .values({ tenantId: scope.tenantId, staffId, ...picture })
    .onConflictDoUpdate({ target: [staffPhotos.tenantId, staffPhotos.staffId], set: picture });
  await writeDown(scope, staffId, before, version);
  return ok({ version });
}

/** False when there was none. */
export async function removeStaffPhoto(scope: Scope, staffId: string): Promise<boolean> {
  if (!(await lockStaff(scope, staffId))) return false;
  const before = await versionIn(scope, staffId);
  if (!before) return false;
  await scope.tx.delete(staffPhotos).where(of(scope, staffId));
  await writeDown(scope, staffId, before, null);
  return true;
}

async function versionIn(scope: Scope, staffId: string): Promise<string | null> {
  const [photo] = await scope.tx.select({ version: staffPhotos.version }).from(staffPhotos).where(of(scope, staffId));
  return photo?.version ?? null;
}

/** The fingerprint tells later which picture it was, without keeping it. */
async function writeDown(scope: Scope, staffId: string, before: string | null, after: string | null): Promise<void> {
  recordEvent(scope, { name: "staff.changed", staffId });
  await recordAudit(scope, {
    action: "staff.changed",
    entity: "staff",
    entityId: staffId,
    before: { photo: before },
    after: { photo: after },
  });
}
