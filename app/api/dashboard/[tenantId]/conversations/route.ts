import { invalid } from "@/app/_server/problem";
import { memberCommand, memberQuestion, tooMany } from "@/app/_server/route";
import { messageReply } from "@/app/_server/written-refused";
import { countMessage } from "@/lib/auth/limits";
import { inboxQuery, newConversationInput } from "@/lib/conversations/input";
import { listConversations } from "@/lib/conversations/list-conversations";
import { writeFirst } from "@/lib/conversations/write-message";
import { fieldErrors } from "@/lib/platform/field-errors";

/** What waits for the house first, then the latest. */
export const GET = memberQuestion("conversations.keep", async (scope, _, request) => {
  const asked = inboxQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listConversations(scope, asked.data) : invalid(fieldErrors(asked.error));
});

/** To a customer, who need not have written before. */
export const POST = memberCommand("conversations.keep", newConversationInput, async (scope, { visitor }, message) => {
  const within = await countMessage(visitor.user.id);
  return within.ok ? messageReply(await writeFirst(scope, message)) : tooMany(within);
});
