import { later } from "@/app/_server/later";
import { requestOrigin } from "@/app/_server/origin";
import { problemOf } from "@/app/_server/refusals";
import { anyoneCommand, json, unauthenticated } from "@/app/_server/route";
import { selfOf } from "@/app/_server/self";
import { currentVisitor } from "@/app/_server/visitor";
import { askPasswordReset } from "@/lib/auth/ask-password-reset";
import { askContactChange } from "@/lib/auth/change-contact";
import { otpShape } from "@/lib/auth/input";

/**
 * Sends six digits: to a phone whose owner forgot the password, or to where somebody signed in wants to be reached.
 * `challenge` has to come back with them.
 */
export const POST = anyoneCommand("anyone", otpShape, async ({ purpose, destination }, request) => {
  if (purpose === "password_reset") {
    const asked = await askPasswordReset(destination, requestOrigin(request.headers));
    if (!asked.ok) return problemOf(asked);
    later(asked.value.send);
    return json({ sent: true, ...asked.value.way }, 202);
  }
  const visitor = await currentVisitor();
  if (!visitor) return unauthenticated();
  const asked = await askContactChange(
    await selfOf(visitor),
    purpose === "confirm_email" ? "email" : "phone",
    destination,
  );
  return asked.ok ? json({ sent: true, challenge: asked.value.challenge }, 202) : problemOf(asked);
});
