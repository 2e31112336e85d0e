import { customerCommand, customerQuestion } from "@/app/_server/customer-route";
import { invalid } from "@/app/_server/problem";
import { notFoundProblem, tooMany } from "@/app/_server/route";
import { messageReply } from "@/app/_server/written-refused";
import { countMessage } from "@/lib/auth/limits";
import { ownThread } from "@/lib/conversations/get-thread";
import { messageInput, readInput, threadQuery } from "@/lib/conversations/input";
import { customerHasRead } from "@/lib/conversations/read-up-to";
import { writeToHouse } from "@/lib/conversations/write-message";
import { fieldErrors } from "@/lib/platform/field-errors";

/** The customer's own conversation, read backwards by `before`. Before anybody has written there is nothing in it. */
export const GET = customerQuestion("portal.own", async (scope, { own }, request) => {
  const asked = threadQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const thread = await ownThread(scope, own.id, asked.data.before);
  const { lastSeq = 0, houseReadSeq = 0, customerReadSeq = 0, messages = [], before = null } = thread ?? {};
  return { lastSeq, houseReadSeq, customerReadSeq, messages, before };
});

/** From whom it is comes from the session. */
export const POST = customerCommand("portal.own", messageInput, async (scope, { own, accountId }, message) => {
  const within = await countMessage(accountId);
  if (!within.ok) return tooMany(within);
  const sent = messageReply(await writeToHouse(scope, own.id, message));
  return sent instanceof Response ? sent : { seq: sent.seq };
});

export const PUT = customerCommand("portal.own", readInput, async (scope, { own }, read) => {
  const done = await customerHasRead(scope, own.id, read);
  return done.ok ? done.value : notFoundProblem();
});
