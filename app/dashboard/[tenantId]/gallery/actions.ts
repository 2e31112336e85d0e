"use server";

import { z } from "zod";
import { done, memberAction, memberErrand } from "@/app/_server/action";
import { galleryAnswer } from "@/app/_server/gallery-refused";
import { always } from "@/app/_server/proof";
import { arrangePictures } from "@/lib/gallery/arrange-pictures";
import { changePicture } from "@/lib/gallery/change-picture";
import { arrangePicturesInput, changePictureInput } from "@/lib/gallery/input";
import { removePicture } from "@/lib/gallery/remove-picture";

const id = z.uuid();

export const changeIt = memberAction(
  "gallery.manage",
  z.object({ id, to: changePictureInput }),
  async (scope, _, input) => galleryAnswer(await changePicture(scope, input.id, input.to)),
);

export const arrange = memberAction("gallery.manage", arrangePicturesInput, async (scope, _, { ids }) => {
  const arranged = await arrangePictures(scope, ids);
  return arranged.ok ? done(null) : galleryAnswer(arranged);
});

/** For good: neither row nor file is left. */
export const takeOut = memberErrand(
  "gallery.manage",
  z.object({ id }),
  async (tenantId, { actor }, input) => galleryAnswer(await removePicture({ tenantId, actor }, input.id)),
  always,
);
