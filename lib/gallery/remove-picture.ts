import { and, eq } from "drizzle-orm";
import { galleryPictures } from "@/db/schema/gallery";
import { files } from "@/lib/platform/files";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { lockPicture } from "./internal/lock-picture";
import { dropPicture } from "./internal/picture-files";
import { recordChanged } from "./internal/record-changed";

export type RemoveRefusal =
  | { refusal: "unknown_picture" }
  /** Only what was put away is taken out: the first step can be undone, this one cannot. */
  | { refusal: "still_shown" };

/** For good, as somebody who is to be seen on it may ask. */
export async function removePicture(
  { tenantId, actor }: { tenantId: string; actor: Actor },
  id: string,
): Promise<Result<{ id: string }, RemoveRefusal>> {
  const removed = await withTenant(tenantId, actor, async (scope) => {
    const picture = await lockPicture(scope, id);
    if (!picture) return refuse("unknown_picture");
    if (!picture.archivedAt) return refuse("still_shown");
    const { tx } = scope;
    await tx.delete(galleryPictures).where(and(eq(galleryPictures.tenantId, tenantId), eq(galleryPictures.id, id)));
    await recordChanged(scope, id, { action: "picture.removed", before: { title: picture.title } });
    return ok({ id });
  });
  const kept = files();
  if (removed.ok && kept) await dropPicture(kept, tenantId, id);
  return removed;
}
