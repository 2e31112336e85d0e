import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { messageQuery } from "@/lib/notifications/input";
import { listMessages } from "@/lib/notifications/list-messages";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What went out, to whom, and what became of it. */
export const GET = memberQuestion("messages.see", async (scope, _, request) => {
  const asked = messageQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listMessages(scope, asked.data) : invalid(fieldErrors(asked.error));
});
