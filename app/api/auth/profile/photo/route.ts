import { z } from "zod";
import { photoAnswer } from "@/app/_server/photo-answer";
import { problem } from "@/app/_server/problem";
import { notFoundProblem, selfCommand, selfQuestion, selfUpload, tooMany } from "@/app/_server/route";
import { selfOf } from "@/app/_server/self";
import { countOwnChange } from "@/lib/auth/limits";
import { getPhoto, removePhoto, setPhoto } from "@/lib/auth/photo";
import { mostPhotoBytes } from "@/lib/auth/photo-rules";

export const GET = selfQuestion("self", async ({ user }) => photoAnswer(await getPhoto(user.id)));

/** The bytes themselves; what they are is read from them, not from a header. */
export const PUT = selfUpload("self", mostPhotoBytes, async (visitor, bytes) => {
  const within = await countOwnChange("profile", visitor.user.id);
  if (!within.ok) return tooMany(within);
  const set = await setPhoto(await selfOf(visitor), bytes);
  return set.ok ? set.value : problem(415, "not_a_picture", "Only pictures as JPEG, PNG or WebP can be used.");
});

export const DELETE = selfCommand("self", z.unknown(), async (visitor) =>
  (await removePhoto(await selfOf(visitor))) ? {} : notFoundProblem(),
);
