import { recordAudit } from "@/lib/auth/audit";
import { type Photo, pictureOf, pictures } from "@/lib/auth/pictures";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { lockService } from "./internal/lock-service";

const photos = pictures("service_photos", "service_id");

export const getServicePhoto = (scope: Scope, serviceId: string): Promise<Photo | null> =>
  photos.read(scope, serviceId);

/** What customers see beside the service, in place of what was there. */
export async function setServicePhoto(
  scope: Scope,
  serviceId: string,
  bytes: Buffer,
): Promise<Result<{ version: string }, { refusal: "unknown" | "not_a_picture" }>> {
  if (!(await lockService(scope, serviceId))) return refuse("unknown");
  const picture = pictureOf(bytes);
  if (!picture) return refuse("not_a_picture");
  await writeDown(scope, serviceId, await photos.put(scope, serviceId, picture), picture.version);
  return ok({ version: picture.version });
}

/** False when there was none. */
export async function removeServicePhoto(scope: Scope, serviceId: string): Promise<boolean> {
  if (!(await lockService(scope, serviceId))) return false;
  const gone = await photos.drop(scope, serviceId);
  if (gone) await writeDown(scope, serviceId, gone, null);
  return gone !== null;
}

async function writeDown(scope: Scope, serviceId: string, before: string | null, after: string | null): Promise<void> {
  recordEvent(scope, { name: "service.changed", serviceId });
  await recordAudit(scope, {
    action: "service.changed",
    entity: "service",
    entityId: serviceId,
    before: { photo: before },
    after: { photo: after },
  });
}
