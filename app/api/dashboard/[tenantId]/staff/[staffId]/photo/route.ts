import { z } from "zod";
import { photoAnswer } from "@/app/_server/photo-answer";
import { problem } from "@/app/_server/problem";
import { memberCommand, memberQuestion, memberUpload, notFoundProblem } from "@/app/_server/route";
import { mostPhotoBytes } from "@/lib/auth/photo-rules";
import { isId } from "@/lib/platform/ids";
import { getStaffPhoto, removeStaffPhoto, setStaffPhoto } from "@/lib/staff/staff-photo";

type Params = { staffId: string };

export const GET = memberQuestion<Params>("staff.see", async (scope, _, __, { staffId }) =>
  isId(staffId) ? photoAnswer(await getStaffPhoto(scope, staffId)) : notFoundProblem(),
);

export const PUT = memberUpload<Params>("staff.manage", mostPhotoBytes, async (scope, _, bytes, { staffId }) => {
  if (!isId(staffId)) return notFoundProblem();
  const set = await setStaffPhoto(scope, staffId, bytes);
  if (set.ok) return set.value;
  return set.refusal === "unknown"
    ? notFoundProblem()
    : problem(415, "not_a_picture", "Only pictures as JPEG, PNG or WebP can be used.");
});

export const DELETE = memberCommand<unknown, Params>("staff.manage", z.unknown(), async (scope, _, __, { staffId }) =>
  isId(staffId) && (await removeStaffPhoto(scope, staffId)) ? {} : notFoundProblem(),
);
