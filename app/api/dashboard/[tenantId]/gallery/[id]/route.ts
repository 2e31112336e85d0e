import { z } from "zod";
import { galleryProblem } from "@/app/_server/gallery-refused";
import { memberCommand, memberErrandCommand, notFoundProblem } from "@/app/_server/route";
import { changePicture } from "@/lib/gallery/change-picture";
import { type ChangePictureInput, changePictureInput } from "@/lib/gallery/input";
import { removePicture } from "@/lib/gallery/remove-picture";
import { isId } from "@/lib/platform/ids";

type Params = { id: string };

export const PATCH = memberCommand<ChangePictureInput, Params>(
  "gallery.manage",
  changePictureInput,
  async (scope, _, to, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const changed = await changePicture(scope, id, to);
    return changed.ok ? changed.value : galleryProblem(changed);
  },
);

/** For good, once it was put away. */
export const DELETE = memberErrandCommand<unknown, Params>(
  "gallery.manage",
  z.unknown(),
  async ({ actor }, _, { tenantId, id }) => {
    if (!isId(id)) return notFoundProblem();
    const removed = await removePicture({ tenantId, actor }, id);
    return removed.ok ? removed.value : galleryProblem(removed);
  },
);
