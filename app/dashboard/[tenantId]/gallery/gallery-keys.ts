import { apiBase } from "@/app/_components/data/keys";
import type { PictureSize } from "@/lib/gallery/rules";

export const galleryKey = (tenantId: string): string => `${apiBase(tenantId)}/gallery`;

export const pictureAddress = (tenantId: string, id: string, size: PictureSize): string =>
  `${galleryKey(tenantId)}/${id}/picture?size=${size}`;
