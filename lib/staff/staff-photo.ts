import { recordAudit } from "@/lib/auth/audit";
import { type Photo, pictureOf, pictures } from "@/lib/auth/pictures";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { ownStaffOnly } from "@/lib/tenancy/own";
import type { Scope } from "@/lib/tenancy/scope";
import { lockStaff } from "./internal/lock-staff";

const photos = pictures("staff_photos", "staff_id");

/** Null also for whom the asker may not see. */
export async function getStaffPhoto(scope: Scope, staffId: string): Promise<Photo | null> {
  const own = ownStaffOnly(scope.actor);
  return own && own !== staffId ? null : photos.read(scope, staffId);
}

export async function setStaffPhoto(
  scope: Scope,
  staffId: string,
  bytes: Buffer,
): Promise<Result<{ version: string }, { refusal: "unknown" | "not_a_picture" }>> {
  if (!(await lockStaff(scope, staffId))) return refuse("unknown");
  const picture = pictureOf(bytes);
  if (!picture) return refuse("not_a_picture");
  await writeDown(scope, staffId, await photos.put(scope, staffId, picture), picture.version);
  return ok({ version: picture.version });
}

/** False when there was none. */
export async function removeStaffPhoto(scope: Scope, staffId: string): Promise<boolean> {
  if (!(await lockStaff(scope, staffId))) return false;
  const gone = await photos.drop(scope, staffId);
  if (gone) await writeDown(scope, staffId, gone, null);
  return gone !== null;
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
