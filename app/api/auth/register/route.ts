import { languageAsked } from "@/app/_server/language";
import { later } from "@/app/_server/later";
import { requestOrigin } from "@/app/_server/origin";
import { problemOf } from "@/app/_server/refusals";
import { answering, anyoneCommand, json, selfCommand, tooMany } from "@/app/_server/route";
import { currentVisitor } from "@/app/_server/visitor";
import { countCostly } from "@/lib/auth/limits";
import { askRegistration } from "@/lib/tenancy/ask-registration";
import { businessInput, registrationInput } from "@/lib/tenancy/input";
import { registerBusiness } from "@/lib/tenancy/register-business";

/** The same words for a new address and for one that is known: see the verb. */
const asStranger = anyoneCommand("anyone", registrationInput, async (input, request) => {
  const from = requestOrigin(request.headers);
  const within = await countCostly(from.address);
  if (!within.ok) return tooMany(within);
  const asked = await askRegistration(input, input, from, await languageAsked());
  if (!asked.ok) return problemOf(asked);
  later(asked.value.send);
  const message = "We wrote to your address. Send the code back to /api/auth/register/confirm.";
  return json({ status: "received", registration: asked.value.token, message }, 202);
});

const asUser = selfCommand("self", businessInput, async ({ user }, input, _params, request) => {
  const from = requestOrigin(request.headers);
  const within = await countCostly(from.address);
  if (!within.ok) return tooMany(within);
  return json(await registerBusiness(input, user, from), 201);
});

/** Whoever is signed in adds a business to the login they have. */
export const POST = (request: Request): Promise<Response> =>
  answering(async () => {
    const context = { params: Promise.resolve({}) };
    return (await currentVisitor()) ? asUser(request, context) : asStranger(request, context);
  });
