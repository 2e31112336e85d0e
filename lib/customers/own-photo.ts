import { type Photo, type PhotoSet, pictureOf, pictures } from "@/lib/auth/pictures";
import { ok, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { writeDown } from "./internal/write-down";

const photos = pictures("customer_photos", "customer_id");

export const ownPhoto = (scope: Scope, customerId: string): Promise<Photo | null> => photos.read(scope, customerId);

/** Names the picture: another one has another version. Null without a photo. */
export const ownPhotoVersion = (scope: Scope, customerId: string): Promise<string | null> =>
  photos.versionOf(scope, customerId);

/** What the customer shows of themself at this business, in place of what was there. */
export async function setOwnPhoto(scope: Scope, customerId: string, bytes: Buffer): Promise<PhotoSet> {
  const picture = pictureOf(bytes);
  if (!picture) return refuse("not_a_picture");
  const { version } = picture;
  await writeDown(scope, customerId, { photo: await photos.put(scope, customerId, picture) }, { photo: version });
  return ok({ version });
}

/** False when there was none. */
export async function removeOwnPhoto(scope: Scope, customerId: string): Promise<boolean> {
  const gone = await photos.drop(scope, customerId);
  if (gone) await writeDown(scope, customerId, { photo: gone }, { photo: null });
  return gone !== null;
}
