import { queueProblem } from "@/app/_server/queue-refused";
import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { takeTicketInput } from "@/lib/waitlist/input";
import { listQueue } from "@/lib/waitlist/list-queue";
import { takeTicket } from "@/lib/waitlist/take-ticket";

/** Who is here and waits for their turn today, how long, and how the turns went. */
export const GET = memberQuestion("queue.keep", (scope) => listQueue(scope));

/** Somebody who is here gets the next number. */
export const POST = memberCommand("queue.keep", takeTicketInput, async (scope, _, input) => {
  const taken = await takeTicket(scope, input);
  return taken.ok ? json(taken.value, 201) : queueProblem(taken);
});
