import { and, eq } from "drizzle-orm";
import { customerPhotos } from "@/db/schema/customers";
import { type Photo, type PhotoSet, pictureOf } from "@/lib/auth/photo";
import { ok, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { writeDown } from "./internal/write-down";

const of = ({ tenantId }: Scope, customerId: string) =>
  and(eq(customerPhotos.tenantId, tenantId), eq(customerPhotos.customerId, customerId));

export async function ownPhoto(scope: Scope, customerId: string): Promise<Photo | null> {
  const [photo] = await scope.tx
    .select({ contentType: customerPhotos.contentType, bytes: customerPhotos.bytes })
    .from(customerPhotos)
    .where(of(scope, customerId));
  return photo ?? null;
}

/** Names the picture: another one has another version. Null without a photo. */
export async function ownPhotoVersion(scope: Scope, customerId: string): Promise<string | null> {
  const [photo] = await scope.tx
    .select({ version: customerPhotos.version })
    .from(customerPhotos)
    .where(of(scope, customerId));
  return photo?.version ?? null;
}

/** What the customer shows of themself at this business, in place of what was there. */
export async function setOwnPhoto(scope: Scope, customerId: string, bytes: Buffer): Promise<PhotoSet> {
  const picture = pictureOf(bytes);
  if (!picture) return refuse("not_a_picture");
  const before = await ownPhotoVersion(scope, customerId);
  await scope.tx
    .insert(customerPhotos)
    .values({ tenantId: scope.tenantId, customerId, ...picture })
    .onConflictDoUpdate({ target: [customerPhotos.tenantId, customerPhotos.customerId], set: picture });
  await writeDown(scope, customerId, { photo: before }, { photo: picture.version });
  return ok({ version: picture.version });
}

/** False when there was none. */
export async function removeOwnPhoto(scope: Scope, customerId: string): Promise<boolean> {
  const [gone] = await scope.tx
    .delete(customerPhotos)
    .where(of(scope, customerId))
    .returning({ version: customerPhotos.version });
  if (gone) await writeDown(scope, customerId, { photo: gone.version }, { photo: null });
  return gone !== undefined;
}
