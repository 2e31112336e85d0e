import { later } from "@/app/_server/later";
import { requestOrigin } from "@/app/_server/origin";
import { problemOf } from "@/app/_server/refusals";
import { anyoneCommand, json } from "@/app/_server/route";
import { askPasswordReset } from "@/lib/auth/ask-password-reset";
import { passwordResetShape } from "@/lib/auth/input";

export const POST = anyoneCommand("anyone", passwordResetShape, async ({ identifier }, request) => {
  const asked = await askPasswordReset(identifier, requestOrigin(request.headers));
  if (!asked.ok) return problemOf(asked);
  later(asked.value.send);
  return json(asked.value.way, 202);
});
