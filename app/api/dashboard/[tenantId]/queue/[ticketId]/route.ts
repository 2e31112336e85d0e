import { queueProblem } from "@/app/_server/queue-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { changeTurn } from "@/lib/waitlist/change-turn";
import { type TurnInput, turnInput } from "@/lib/waitlist/input";

/** One step of a turn: called, called again, skipped, begun, or taken out. */
export const PATCH = memberCommand<TurnInput, { ticketId: string }>(
  "queue.keep",
  turnInput,
  async (scope, _, input, { ticketId }) => {
    if (!isId(ticketId)) return notFoundProblem();
    const turned = await changeTurn(scope, { ...input, id: ticketId });
    return turned.ok ? turned.value : queueProblem(turned);
  },
);
