import { z } from "zod";
import { galleryProblem } from "@/app/_server/gallery-refused";
import { memberErrandCommand, memberQuestion, memberUploadErrand, notFoundProblem } from "@/app/_server/route";
import { getLogo, removeLogo, setLogo } from "@/lib/gallery/logo";
import { mostPictureBytes } from "@/lib/gallery/rules";

/** Its version: the sign itself is for everybody, at the public address. */
export const GET = memberQuestion("settings.see", getLogo);

export const PUT = memberUploadErrand("gallery.manage", mostPictureBytes, async ({ actor }, bytes, { tenantId }) => {
  const set = await setLogo({ tenantId, actor }, bytes);
  return set.ok ? set.value : galleryProblem(set);
});

export const DELETE = memberErrandCommand("gallery.manage", z.unknown(), async ({ actor }, _, { tenantId }) =>
  (await removeLogo({ tenantId, actor })) ? {} : notFoundProblem(),
);
