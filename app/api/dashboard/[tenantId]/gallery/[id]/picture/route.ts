import { pictureAnswer } from "@/app/_server/picture-answer";
import { memberErrandQuestion } from "@/app/_server/route";

/** In one size or the other, for members, those too that are for the house alone. */
export const GET = memberErrandQuestion<{ id: string }>("gallery.see", ({ actor }, { tenantId, id }, request) =>
  pictureAnswer({ tenantId, actor }, id, request),
);
