import { invalid } from "@/app/_server/problem";
import { memberCommand, memberQuestion, notFoundProblem, tooMany } from "@/app/_server/route";
import { messageReply } from "@/app/_server/written-refused";
import { countMessage } from "@/lib/auth/limits";
import { getThread } from "@/lib/conversations/get-thread";
import { messageInput, readInput, threadQuery } from "@/lib/conversations/input";
import { houseHasRead } from "@/lib/conversations/read-up-to";
import { writeToCustomer } from "@/lib/conversations/write-message";
import { fieldErrors } from "@/lib/platform/field-errors";
import { isId } from "@/lib/platform/ids";

type Params = { id: string };

/** One conversation, read backwards by `before`. */
export const GET = memberQuestion<Params>("conversations.keep", async (scope, _, request, { id }) => {
  const asked = threadQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  return (isId(id) ? await getThread(scope, id, asked.data.before) : null) ?? notFoundProblem();
});

/** From whom it is comes from the session. */
export const POST = memberCommand(
  "conversations.keep",
  messageInput,
  async (scope, { visitor }, message, { id: conversationId }: Params) => {
    if (!isId(conversationId)) return notFoundProblem();
    const within = await countMessage(visitor.user.id);
    return within.ok ? messageReply(await writeToCustomer(scope, { ...message, conversationId })) : tooMany(within);
  },
);

export const PUT = memberCommand("conversations.keep", readInput, async (scope, _, { seq }, { id }: Params) => {
  const done = isId(id) ? await houseHasRead(scope, { conversationId: id, seq }) : null;
  return done?.ok ? done.value : notFoundProblem();
});
