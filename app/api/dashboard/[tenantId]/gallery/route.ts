import { galleryProblem } from "@/app/_server/gallery-refused";
import { invalid } from "@/app/_server/problem";
import { json, memberQuestion, memberUploadErrand } from "@/app/_server/route";
import { addPicture } from "@/lib/gallery/add-picture";
import { newPictureQuery } from "@/lib/gallery/input";
import { listPictures } from "@/lib/gallery/list-pictures";
import { mostPictureBytes } from "@/lib/gallery/rules";
import { fieldErrors } from "@/lib/platform/field-errors";

export const GET = memberQuestion("gallery.see", listPictures);

/** The bytes themselves; what they are is read from them, not from a header. */
export const POST = memberUploadErrand(
  "gallery.manage",
  mostPictureBytes,
  async ({ actor }, bytes, { tenantId }, request) => {
    const query = newPictureQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success) return invalid(fieldErrors(query.error));
    const added = await addPicture({ tenantId, actor }, bytes, { isPublic: query.data.public === "1" });
    return added.ok ? json(added.value, 201) : galleryProblem(added);
  },
);
