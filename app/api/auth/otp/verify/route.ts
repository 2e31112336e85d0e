import { requestOrigin } from "@/app/_server/origin";
import { problemOf } from "@/app/_server/refusals";
import { anyoneCommand, json, unauthenticated } from "@/app/_server/route";
import { selfOf } from "@/app/_server/self";
import { currentVisitor } from "@/app/_server/visitor";
import { confirmContactChange } from "@/lib/auth/change-contact";
import { otpVerifyShape } from "@/lib/auth/input";
import { resetTokenFor } from "@/lib/auth/reset-password";

/** A code comes back: it is worth the token of a reset link, or the new address of a login. */
export const POST = anyoneCommand("anyone", otpVerifyShape, async ({ purpose, ...given }, request) => {
  if (purpose === "password_reset") {
    const token = await resetTokenFor({ identifier: given.destination, ...given }, requestOrigin(request.headers));
    return token.ok ? json({ token: token.value }) : problemOf(token);
  }
  const visitor = await currentVisitor();
  if (!visitor) return unauthenticated();
  const changed = await confirmContactChange(
    await selfOf(visitor),
    purpose === "confirm_email" ? "email" : "phone",
    given,
  );
  return changed.ok ? json(changed.value) : problemOf(changed);
});
