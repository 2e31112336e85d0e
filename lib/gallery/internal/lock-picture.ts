import { and, eq } from "drizzle-orm";
import { galleryPictures } from "@/db/schema/gallery";
import type { Scope } from "@/lib/tenancy/scope";

/** The picture as it is now, once nobody else is changing it; null for one that is not here. */
export async function lockPicture({ tx, tenantId }: Scope, id: string) {
  const [picture] = await tx
    .select()
    .from(galleryPictures)
    .where(and(eq(galleryPictures.tenantId, tenantId), eq(galleryPictures.id, id)))
    .for("update");
  return picture ?? null;
}
