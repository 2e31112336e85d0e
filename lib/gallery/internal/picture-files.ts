import type { Files } from "@/lib/platform/files";
import { log } from "@/lib/platform/log";
import { type PictureSize, pictureSides } from "../rules";
import type { Encoded } from "./encode";

export const pictureType = "image/webp";

export const pictureFile = (tenantId: string, id: string, size: PictureSize): string =>
  `${tenantId}/gallery/${id}-${size}.webp`;

export const logoFile = (tenantId: string, version: string): string => `${tenantId}/logo/${version}.webp`;

const sizes = Object.keys(pictureSides) as PictureSize[];

export async function putPicture(files: Files, tenantId: string, id: string, made: Record<PictureSize, Encoded>) {
  await Promise.all(sizes.map((size) => files.put(pictureFile(tenantId, id, size), made[size].bytes, pictureType)));
}

/** No row names them any more: what stays because the disk or the bucket would not is opened by nobody. */
export async function dropFiles(files: Files, names: readonly string[]): Promise<void> {
  const dropped = await Promise.allSettled(names.map((name) => files.remove(name)));
  for (const one of dropped) if (one.status === "rejected") log().warn({ err: one.reason }, "a file was left behind");
}

export const dropPicture = (files: Files, tenantId: string, id: string): Promise<void> =>
  dropFiles(
    files,
    sizes.map((size) => pictureFile(tenantId, id, size)),
  );
