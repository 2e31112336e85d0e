import { z } from "zod";
import { customerCommand, customerQuestion, customerUpload } from "@/app/_server/customer-route";
import { photoAnswer, photoSetAnswer } from "@/app/_server/photo-answer";
import { notFoundProblem, tooMany } from "@/app/_server/route";
import { countOwnChange } from "@/lib/auth/limits";
import { mostPhotoBytes } from "@/lib/auth/photo-rules";
import { ownPhoto, removeOwnPhoto, setOwnPhoto } from "@/lib/customers/own-photo";

export const GET = customerQuestion("portal.own", async (scope, { own }) => photoAnswer(await ownPhoto(scope, own.id)));

/** The bytes themselves; what they are is read from them, not from a header. */
export const PUT = customerUpload("portal.own", mostPhotoBytes, async (scope, { own, accountId }, bytes) => {
  const within = await countOwnChange("profile", accountId);
  return within.ok ? photoSetAnswer(await setOwnPhoto(scope, own.id, bytes)) : tooMany(within);
});

export const DELETE = customerCommand("portal.own", z.unknown(), async (scope, { own }) =>
  (await removeOwnPhoto(scope, own.id)) ? {} : notFoundProblem(),
);
