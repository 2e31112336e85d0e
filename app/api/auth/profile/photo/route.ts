import { z } from "zod";
import { photoAnswer, photoSetAnswer } from "@/app/_server/photo-answer";
import { notFoundProblem, selfCommand, selfQuestion, selfUpload, tooMany } from "@/app/_server/route";
import { selfOf } from "@/app/_server/self";
import { countOwnChange } from "@/lib/auth/limits";
import { getPhoto, removePhoto, setPhoto } from "@/lib/auth/photo";
import { mostPhotoBytes } from "@/lib/auth/photo-rules";

export const GET = selfQuestion("self", async ({ user }) => photoAnswer(await getPhoto(user.id)));

/** The bytes themselves; what they are is read from them, not from a header. */
export const PUT = selfUpload("self", mostPhotoBytes, async (visitor, bytes) => {
  const within = await countOwnChange("profile", visitor.user.id);
  return within.ok ? photoSetAnswer(await setPhoto(await selfOf(visitor), bytes)) : tooMany(within);
});

export const DELETE = selfCommand("self", z.unknown(), async (visitor) =>
  (await removePhoto(await selfOf(visitor))) ? {} : notFoundProblem(),
);
