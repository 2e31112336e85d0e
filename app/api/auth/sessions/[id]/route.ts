import { z } from "zod";
import { notFoundProblem, selfCommand } from "@/app/_server/route";
import { selfOf } from "@/app/_server/self";
import { endSession } from "@/lib/auth/end-sessions";
import { isId } from "@/lib/platform/ids";

/** Another's and none are the same 404. */
export const DELETE = selfCommand<unknown, { id: string }>("self", z.unknown(), async (visitor, _input, { id }) =>
  isId(id) && (await endSession(await selfOf(visitor), id)) ? { ended: 1 } : notFoundProblem(),
);
