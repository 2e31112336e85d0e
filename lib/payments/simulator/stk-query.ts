import { merchantOf, merchantRules } from "./merchant";
import { badField, error, firstBad, type Question, type Reply, tooMany } from "./reply";
import type { StkOptions } from "./stk-options";
import type { Prompt } from "./world";

/** A query says it in other words than the callback. */
const queryWords: Record<string, string> = {
  "0": "The service request is processed successfully.",
  "1032": "Request canceled by user",
  "1037": "DS timeout user cannot be reached.",
  "4999": "The transaction is still under processing",
};

export function answerQuery(question: Question, options: StkOptions): Reply {
  const { world, body } = question;
  const bad = firstBad(body, [...merchantRules, ["CheckoutRequestID", (value: string) => value.length > 0]]);
  if (bad) return badField(world, bad);
  const found = merchantOf(question, options);
  if ("no" in found) return found.no;
  const prompt = world.prompts.get(String(body.CheckoutRequestID));
  if (!prompt || prompt.account.shortcode !== found.merchant.shortcode)
    return error(world, 500, "500.001.1001", "The transaction does not Exist");
  const since = world.clock.now() - prompt.at;
  if (since < 1_000) return badField(world, "CheckoutRequestID");
  const nothing = error(world, 200, "500.001.1001", "");
  const reply = prompt.timeline.queries.findLast(({ fromMs }) => fromMs <= since)?.reply;
  if (reply === "too_many") return tooMany;
  if (reply === "nothing" || (reply && world.random.next() < options.flaps)) return nothing;
  if (reply) return said(prompt, reply.code);
  // In flight, which is said in three ways.
  const turn = prompt.queries++ % 3;
  if (turn === 0) return said(prompt, "4999");
  return turn === 1 ? error(world, 500, "500.001.1001", "The transaction is being processed") : nothing;
}

const said = ({ merchantId, checkoutId }: Prompt, code: string): Reply => ({
  status: 200,
  body: {
    ResponseCode: "0",
    ResponseDescription: "The service request has been accepted successsfully",
    MerchantRequestID: merchantId,
    CheckoutRequestID: checkoutId,
    ResultCode: code,
    ResultDesc: queryWords[code] ?? "The request could not be completed.",
  },
});
