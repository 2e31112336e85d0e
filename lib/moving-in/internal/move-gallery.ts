import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { galleryPictures } from "@/db/schema/gallery";
import { bringPicture } from "@/lib/gallery/bring-picture";
import { mostPictureBytes, mostPictures } from "@/lib/gallery/rules";
import { cut } from "@/lib/platform/cut";
import { oldPicture } from "./old-models";
import type { OldHouse } from "./sort-out";
import { bringRow, idHere, type Move, newIdOf, put, refuseRow, take } from "./tally";

/** What a picture measures, or why it does not come in; by the old id. */
export type Pictures = ReadonlyMap<string, { width: number; height: number } | { why: string }>;
type From = { media: string | null; tenantId: string; keep: boolean; was: ReadonlySet<string> };

/** Before anything is written: drawing pictures anew takes long. One that was kept and named by no row is opened by nobody. */
export async function readPictures(house: OldHouse, { media, tenantId, keep, was }: From): Promise<Pictures> {
  const read = new Map<string, { width: number; height: number } | { why: string }>();
  for (const row of house.rows("galleryimage")) {
    const { data } = oldPicture.safeParse(row.fields);
    if (was.has(row.id) || !data) continue;
    const sent = await fileOf(media, data.image);
    if ("why" in sent) {
      read.set(row.id, sent);
      continue;
    }
    const brought = await bringPicture({ tenantId, id: idHere(row) }, sent.bytes, { keep });
    read.set(row.id, brought.ok ? brought.value : { why: whyNot[brought.refusal] });
  }
  return read;
}

const whyNot = {
  no_storage: "nothing here keeps files: set S3_BUCKET",
  not_a_picture: "its file is no JPEG, PNG or WebP, or is broken",
  too_many_pixels: "its file has too many pixels",
  too_many: "the gallery is full",
  too_many_kept: "the gallery is full",
};

/** A dump names files by their path: none leads out of the folder. */
async function fileOf(media: string | null, name: string): Promise<{ bytes: Buffer } | { why: string }> {
  if (!media) return { why: "no folder of pictures was given (--media)" };
  if (!name) return { why: "names no file" };
  try {
    const [folder, path] = [await realpath(media), await realpath(join(media, name))];
    if (!path.startsWith(folder + sep)) return { why: "its file lies outside the folder of pictures" };
    const { size } = await stat(path);
    return size > mostPictureBytes ? { why: "its file is too large" } : { bytes: await readFile(path) };
  } catch {
    return { why: `its file ${cut(name, 80)} is missing` };
  }
}

export async function moveGallery(move: Move, pictures: Pictures): Promise<void> {
  const { scope, at } = move;
  const rows: (typeof galleryPictures.$inferInsert)[] = [];
  for (const { row, it } of take(move, "galleryimage", oldPicture)) {
    const picture = pictures.get(row.id) ?? { why: "was not looked at" };
    const why = "why" in picture ? picture.why : rows.length >= mostPictures ? "the gallery is full" : null;
    if (why !== null || "why" in picture) {
      refuseRow(move, row, why ?? "");
      continue;
    }
    bringRow(move, row);
    rows.push({
      ...{
        tenantId: scope.tenantId,
        id: idHere(row),
        title: cut(it.title, 80),
        isPublic: it.is_public,
        ...picture,
      },
      ...{ staffId: newIdOf(move, "staffmember", it.staff_member), serviceId: newIdOf(move, "service", it.service) },
      ...{ position: rows.length, createdAt: it.created_at ?? at },
    });
  }
  await put(scope, galleryPictures, rows);
}
