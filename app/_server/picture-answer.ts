import "server-only";
import { pictureQuery } from "@/lib/gallery/input";
import { isShown, pictureBytes } from "@/lib/gallery/picture-bytes";
import { fieldErrors } from "@/lib/platform/field-errors";
import { isId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { photoAnswer } from "./photo-answer";
import { invalid } from "./problem";
import { notFoundProblem } from "./route";

/**
 * It never changes, but who is shown it may: whoever has seen it keeps it, and nothing between keeps it for others, so what
 * is put away is shown to nobody anew.
 */
const byTheirOwnBrowser = "private, max-age=604800, immutable";

/** A picture of the gallery, as far as this actor is shown it. */
export async function pictureAnswer(
  { tenantId, actor }: { tenantId: string; actor: Actor },
  id: string,
  request: Request,
): Promise<Response> {
  const query = pictureQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return invalid(fieldErrors(query.error));
  const shown = isId(id) && (await readTenant(tenantId, actor, (scope) => isShown(scope, id)));
  if (!shown) return notFoundProblem();
  return photoAnswer(await pictureBytes(tenantId, id, query.data.size), byTheirOwnBrowser);
}
