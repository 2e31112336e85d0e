import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { fieldErrors } from "@/lib/platform/field-errors";
import { logQuery } from "@/lib/waitlist/input";
import { listWaitlistLog } from "@/lib/waitlist/list-waitlist";

/** Who was asked and who was passed over, and why, newest first. */
export const GET = memberQuestion("waitlist.keep", async (scope, _, request) => {
  const query = logQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return query.success ? listWaitlistLog(scope, query.data) : invalid(fieldErrors(query.error));
});
