import { and, eq } from "drizzle-orm";
import { galleryPictures } from "@/db/schema/gallery";
import { now } from "@/lib/platform/clock";
import { differenceOf } from "@/lib/platform/difference";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import type { ChangePictureInput } from "./input";
import { isFull } from "./internal/is-full";
import { lockPicture } from "./internal/lock-picture";
import { pointsNowhere } from "./internal/points-nowhere";
import { recordChanged } from "./internal/record-changed";
import { mostPictures } from "./rules";

export type ChangeRefusal =
  | { refusal: "unknown_picture" }
  | { refusal: "invalid"; fields: Record<string, string[]> }
  | { refusal: "too_many"; most: number };

/** What is said of it, who sees it, and whether it is put away. What is so already is neither written nor told. */
export async function changePicture(
  scope: Scope,
  id: string,
  { archived, ...said }: ChangePictureInput,
): Promise<Result<{ id: string }, ChangeRefusal>> {
  const fields = await pointsNowhere(scope, said);
  if (fields) return refuse("invalid", { fields });
  const comesBack = archived === false;
  // Before the picture itself: whoever adds one takes them in this order.
  const full = comesBack && (await isFull(scope)).shown;
  const picture = await lockPicture(scope, id);
  if (!picture) return refuse("unknown_picture");
  if (full && picture.archivedAt) return refuse("too_many", { most: mostPictures });
  const was = { ...picture, archived: picture.archivedAt !== null };
  const { before, after } = differenceOf(was, { ...said, archived } as Partial<typeof was>);
  if (Object.keys(after).length === 0) return ok({ id });
  const { archived: away, ...values } = after;
  await scope.tx
    .update(galleryPictures)
    .set({ ...values, ...(away === undefined ? {} : { archivedAt: away ? now() : null }) })
    .where(and(eq(galleryPictures.tenantId, scope.tenantId), eq(galleryPictures.id, id)));
  await recordChanged(scope, id, { action: "picture.changed", before, after });
  return ok({ id });
}
