import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { members, userPhotos } from "@/db/schema/people";
import { ok, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { recordAudit } from "./audit";
import { onOwnAccount, type Self } from "./own-account";
import { type Photo, type PhotoSet, pictureOf } from "./pictures";

const columns = { contentType: userPhotos.contentType, bytes: userPhotos.bytes };

export async function getPhoto(userId: string): Promise<Photo | null> {
  const [photo] = await db().select(columns).from(userPhotos).where(eq(userPhotos.userId, userId));
  return photo ?? null;
}

/** A colleague's; null also for who does not work here. */
export async function getMemberPhoto({ tx, tenantId }: Scope, userId: string): Promise<Photo | null> {
  const [photo] = await tx
    .select(columns)
    .from(userPhotos)
    .innerJoin(members, eq(members.userId, userPhotos.userId))
    .where(and(eq(members.tenantId, tenantId), isNull(members.removedAt), eq(userPhotos.userId, userId)));
  return photo ?? null;
}

/** Names the picture: another one has another version. Null without a photo. */
export async function photoVersionOf(userId: string): Promise<string | null> {
  const [photo] = await db()
    .select({ version: userPhotos.version })
    .from(userPhotos)
    .where(eq(userPhotos.userId, userId));
  return photo?.version ?? null;
}

export async function setPhoto(self: Self, bytes: Buffer): Promise<PhotoSet> {
  const picture = pictureOf(bytes);
  if (!picture) return refuse("not_a_picture");
  const { version } = picture;
  await onOwnAccount(self, async (scope) => {
    const before = await versionIn(scope, self.userId);
    await scope.tx
      .insert(userPhotos)
      .values({ userId: self.userId, ...picture })
      .onConflictDoUpdate({ target: userPhotos.userId, set: picture });
    await writeDown(scope, self.userId, before, version);
  });
  return ok({ version });
}

/** False when there was none. */
export const removePhoto = (self: Self): Promise<boolean> =>
  onOwnAccount(self, async (scope) => {
    const before = await versionIn(scope, self.userId);
    if (!before) return false;
    await scope.tx.delete(userPhotos).where(eq(userPhotos.userId, self.userId));
    await writeDown(scope, self.userId, before, null);
    return true;
  });

async function versionIn({ tx }: Scope, userId: string): Promise<string | null> {
  const [photo] = await tx
    .select({ version: userPhotos.version })
    .from(userPhotos)
    .where(eq(userPhotos.userId, userId))
    .for("update");
  return photo?.version ?? null;
}

/** The fingerprint tells later which picture it was, without keeping it. */
const writeDown = (scope: Scope, userId: string, before: string | null, after: string | null): Promise<void> =>
  recordAudit(scope, {
    action: "profile.changed",
    entity: "user",
    entityId: userId,
    before: { photo: before },
    after: { photo: after },
  });
