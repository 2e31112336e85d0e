import { languageAsked } from "@/app/_server/language";
import { requestOrigin } from "@/app/_server/origin";
import { problemOf } from "@/app/_server/refusals";
import { anyoneCommand, json } from "@/app/_server/route";
import { registrationCodeShape } from "@/lib/auth/input";
import { confirmRegistration } from "@/lib/tenancy/confirm-registration";

/** The code from the letter makes the login and the business. */
export const POST = anyoneCommand("anyone", registrationCodeShape, async ({ registration, code }, request) => {
  const from = requestOrigin(request.headers);
  const confirmed = await confirmRegistration(registration, code, from, await languageAsked());
  if (!confirmed.ok) return problemOf(confirmed);
  const { tenantId, slug } = confirmed.value;
  return json({ tenantId, slug }, 201);
});
