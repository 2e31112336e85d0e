import { and, eq, isNull, min } from "drizzle-orm";
import { galleryPictures } from "@/db/schema/gallery";
import { now } from "@/lib/platform/clock";
import { files } from "@/lib/platform/files";
import { newId } from "@/lib/platform/ids";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type Encoded, encode, type PictureRefusal } from "./internal/encode";
import { isFull } from "./internal/is-full";
import { dropPicture, putPicture } from "./internal/picture-files";
import { recordChanged } from "./internal/record-changed";
import { mostKept, mostPictures, pictureSides } from "./rules";

export type AddRefusal =
  | PictureRefusal
  /** Nothing was set up that keeps files. */
  | { refusal: "no_storage" }
  | { refusal: "too_many" | "too_many_kept"; most: number };

type Who = { tenantId: string; actor: Actor };

/** First of all, until somebody puts it elsewhere. The files come before the row: whatever is listed is there. */
export async function addPicture(
  { tenantId, actor }: Who,
  sent: Buffer,
  { isPublic }: { isPublic: boolean },
): Promise<Result<{ id: string }, AddRefusal>> {
  const kept = files();
  if (!kept) return refuse("no_storage");
  const made = await encode(sent, pictureSides);
  if (!made.ok) return made;
  const id = newId();
  try {
    await putPicture(kept, tenantId, id, made.value);
    const added = await withTenant(tenantId, actor, (scope) => writeIn(scope, id, made.value.large, isPublic));
    if (!added.ok) await dropPicture(kept, tenantId, id);
    return added;
  } catch (error) {
    // No row names them: nobody would ever look for them.
    await dropPicture(kept, tenantId, id);
    throw error;
  }
}

async function writeIn(
  scope: Scope,
  id: string,
  { width, height }: Encoded,
  isPublic: boolean,
): Promise<Result<{ id: string }, AddRefusal>> {
  const { tx, tenantId, actor } = scope;
  const full = await isFull(scope);
  if (full.shown) return refuse("too_many", { most: mostPictures });
  if (full.kept) return refuse("too_many_kept", { most: mostKept });
  const [there] = await tx
    .select({ first: min(galleryPictures.position) })
    .from(galleryPictures)
    .where(and(eq(galleryPictures.tenantId, tenantId), isNull(galleryPictures.archivedAt)));
  const position = (there!.first ?? 0) - 1;
  const byUserId = "userId" in actor ? actor.userId : null;
  await tx
    .insert(galleryPictures)
    .values({ tenantId, id, isPublic, position, width, height, byUserId, createdAt: now() });
  await recordChanged(scope, id, { action: "picture.added", after: { isPublic } });
  return ok({ id });
}
