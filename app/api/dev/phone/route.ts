import { hasDevPages } from "@/app/_server/dev-pages";
import { problem } from "@/app/_server/problem";
import { answering, anyoneCommand, json, notFoundProblem } from "@/app/_server/route";
import { simulatedPrompts, tapPrompt, tapShape } from "@/lib/payments/simulated-phone";

/** The prompts on all customers' phones, where no money is real. */
export const GET = () =>
  answering(async () => (hasDevPages() ? json({ prompts: await simulatedPrompts() }) : notFoundProblem()));

const tap = anyoneCommand("anyone", tapShape, async (tapped) =>
  (await tapPrompt(tapped)) ? { done: true } : problem(409, "not_waiting", "This prompt no longer waits for anybody."),
);

/** A PIN, a cancellation, or nothing at all. */
export const POST: typeof tap = async (request, context) => (hasDevPages() ? tap(request, context) : notFoundProblem());
