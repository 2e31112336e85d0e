import { photoAnswer } from "@/app/_server/photo-answer";
import { memberQuestion, notFoundProblem } from "@/app/_server/route";
import { getMemberPhoto } from "@/lib/auth/photo";
import { isId } from "@/lib/platform/ids";

/** For everybody who works there, of everybody who works there. */
export const GET = memberQuestion<{ userId: string }>("today.see", async (scope, _, __, { userId }) =>
  isId(userId) ? photoAnswer(await getMemberPhoto(scope, userId)) : notFoundProblem(),
);
