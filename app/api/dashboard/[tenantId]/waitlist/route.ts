import { queueProblem } from "@/app/_server/queue-refused";
import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { joinWaitlistInput } from "@/lib/waitlist/input";
import { joinWaitlist } from "@/lib/waitlist/join-waitlist";
import { listWaitlist } from "@/lib/waitlist/list-waitlist";

/** Who waits for a time to come free, and who is asked about one now. */
export const GET = memberQuestion("waitlist.keep", (scope) => listWaitlist(scope));

/** Somebody waits from now on. */
export const POST = memberCommand("waitlist.keep", joinWaitlistInput, async (scope, _, input) => {
  const joined = await joinWaitlist(scope, input, "desk");
  return joined.ok ? json(joined.value, 201) : queueProblem(joined);
});
