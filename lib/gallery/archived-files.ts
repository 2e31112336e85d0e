import { asc, eq } from "drizzle-orm";
import { galleryPictures } from "@/db/schema/gallery";
import { tenants } from "@/db/schema/tenants";
import type { Scope } from "@/lib/tenancy/scope";
import { logoFile, pictureFile, pictureType } from "./internal/picture-files";

/** The files that the rows of a business name, put away ones included. */
export async function archivedFiles({ tx, tenantId }: Scope): Promise<{ name: string; type: string }[]> {
  const [house] = await tx.select({ logo: tenants.logo }).from(tenants).where(eq(tenants.id, tenantId));
  const pictures = await tx
    .select({ id: galleryPictures.id })
    .from(galleryPictures)
    .where(eq(galleryPictures.tenantId, tenantId))
    .orderBy(asc(galleryPictures.id));
  const names = pictures.flatMap(({ id }) =>
    (["small", "large"] as const).map((size) => pictureFile(tenantId, id, size)),
  );
  return [...(house?.logo ? [logoFile(tenantId, house.logo)] : []), ...names].map((name) => ({
    name,
    type: pictureType,
  }));
}
