import { z } from "zod";
import { notFoundProblem, selfCommand } from "@/app/_server/route";
import { revokeSession } from "@/lib/auth/sessions";
import { isId } from "@/lib/platform/ids";

/** Another's and none are the same 404. */
export const DELETE = selfCommand<unknown, { id: string }>("self", z.unknown(), async ({ user }, _input, { id }) =>
  isId(id) && (await revokeSession(id, user.id)) ? { ended: 1 } : notFoundProblem(),
);
