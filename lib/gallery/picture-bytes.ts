import { sql } from "drizzle-orm";
import type { Photo } from "@/lib/auth/pictures";
import { files } from "@/lib/platform/files";
import type { Scope } from "@/lib/tenancy/scope";
import { pictureFile, pictureType } from "./internal/picture-files";
import type { PictureSize } from "./rules";

/** Whether this actor is shown it: what is for everybody, and to the house the rest; nobody what was put away. */
export async function isShown({ tx, tenantId, actor }: Scope, id: string): Promise<boolean> {
  const everything = actor.kind === "member";
  const [found] = await tx.execute(sql`
    select from gallery_pictures where tenant_id = ${tenantId} and id = ${id} and archived_at is null
      ${everything ? sql`` : sql`and is_public`}`);
  return found !== undefined;
}

/** The picture itself, once it is known that it may be shown: it comes from a disk or a bucket, so no scope is open. */
export async function pictureBytes(tenantId: string, id: string, size: PictureSize): Promise<Photo | null> {
  const bytes = await files()?.get(pictureFile(tenantId, id, size));
  return bytes ? { contentType: pictureType, bytes } : null;
}
