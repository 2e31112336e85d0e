import { createHash } from "node:crypto";
import type { TransactionSql } from "postgres";
import sharp from "sharp";
import { logoFile, pictureFile, pictureType } from "@/lib/gallery/internal/picture-files";
import { type PictureSize, pictureSides, shrunk } from "@/lib/gallery/rules";
import { diskFiles } from "@/lib/platform/disk-files";
import type { Files } from "@/lib/platform/files";
import { amani } from "./amani";
import { serviceIdOf, staffIdOf, tenantIdOf } from "./base";
import { galleryArt, logoArt, type subjects } from "./gallery-art";
import { insertRows } from "./rows";
import { demoId } from "./stable";

type Shown = {
  key: string;
  title: string;
  subject: keyof typeof subjects;
  staff?: string;
  service?: string;
  colours: [ground: string, ink: string, light: string];
  tall?: true;
  forHouse?: true;
};

const [upright, wide] = [
  { width: 960, height: 1_200 },
  { width: 1_200, height: 960 },
];

const shown: readonly Shown[] = [
  {
    key: "box",
    title: "Box braids, waist length",
    subject: "boxBraids",
    staff: "achieng",
    service: "box-braids",
    colours: ["#e3cdb4", "#2b1b14", "#7a5236"],
    tall: true,
  },
  {
    key: "gel",
    title: "Gel set in berry",
    subject: "nails",
    staff: "fatuma",
    service: "gel-manicure",
    colours: ["#f0dcd3", "#a12f55", "#f3c9d6"],
  },
  {
    key: "press",
    title: "Silk press with a bend",
    subject: "waves",
    staff: "njeri",
    service: "silk-press",
    colours: ["#d9c8bd", "#241813", "#8d6244"],
    tall: true,
  },
  {
    key: "rows",
    title: "Straight-back cornrows",
    subject: "rows",
    staff: "achieng",
    service: "cornrows",
    colours: ["#8a5a3c", "#1e140f", "#5b3b28"],
    tall: true,
  },
  {
    key: "coils",
    title: "Twist-out, second day",
    subject: "coils",
    staff: "njeri",
    colours: ["#e9ddcb", "#2c1a13", "#6d4630"],
  },
  {
    key: "copper",
    title: "Copper gloss",
    subject: "waves",
    staff: "njeri",
    service: "colour",
    colours: ["#efe0d2", "#6e2d17", "#c8713a"],
  },
  {
    key: "knotless",
    title: "Knotless, small",
    subject: "knotless",
    staff: "achieng",
    service: "box-braids",
    colours: ["#d3d8d2", "#20160f", "#8b5a34"],
    tall: true,
  },
  {
    key: "toes",
    title: "Spa pedicure in clay",
    subject: "nails",
    staff: "fatuma",
    service: "pedicure",
    colours: ["#dfe6e2", "#b4633f", "#f4e2d4"],
  },
  {
    key: "stones",
    title: "The quiet room",
    subject: "stones",
    service: "swedish",
    colours: ["#d8d2c4", "#4a4742", "#8f8a80"],
  },
  {
    key: "trial",
    title: "Trial for the wedding on Saturday",
    subject: "coils",
    staff: "njeri",
    colours: ["#e6d9e0", "#33202a", "#8a5b6d"],
    forHouse: true,
  },
];

/** Pictures of the work and the sign of the house, drawn here and now: none of them lies in the sources. */
export async function seedGallery(sql: TransactionSql, now: Date, folder: string): Promise<void> {
  const [tenantId, files] = [tenantIdOf(amani), diskFiles(folder)];
  for (const {
    key,
    subject,
    colours: [ground, ink, light],
    tall,
  } of shown) {
    const art = galleryArt(key, subject, tall ? upright : wide, { ground, ink, light });
    for (const size of Object.keys(pictureSides) as PictureSize[])
      await files.put(
        pictureFile(tenantId, demoId(`picture ${key}`), size),
        await webp(art, pictureSides[size]),
        pictureType,
      );
  }
  await insertRows(
    sql,
    "gallery_pictures",
    shown.map(({ key, title, staff, service, tall, forHouse }, position) => ({
      tenant_id: tenantId,
      id: demoId(`picture ${key}`),
      title,
      staff_id: staff ? staffIdOf(amani, staff) : null,
      service_id: service ? serviceIdOf(amani, service) : null,
      is_public: !forHouse,
      position,
      ...shrunk(tall ? upright : wide, "large"),
      created_at: now,
    })),
  );
  await seedLogo(sql, tenantId, files);
}

async function seedLogo(sql: TransactionSql, tenantId: string, files: Files): Promise<void> {
  const [tenant] = await sql<{ colour: string }[]>`select colour from tenants where id = ${tenantId} and logo is null`;
  if (!tenant) return;
  const sign = await webp(logoArt(tenant.colour), 256);
  const version = createHash("sha256").update(sign).digest("hex").slice(0, 16);
  await files.put(logoFile(tenantId, version), sign, pictureType);
  await sql`update tenants set logo = ${version} where id = ${tenantId}`;
}

const webp = (art: Buffer, side: number): Promise<Buffer> =>
  sharp(art)
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 72 })
    .toBuffer();
