import { requestOrigin } from "@/app/_server/origin";
import { problemOf } from "@/app/_server/refusals";
import { anyoneCommand, json } from "@/app/_server/route";
import { resetShape } from "@/lib/auth/input";
import { resetPassword, resetTokenFor } from "@/lib/auth/reset-password";

/** With the token of a link, or with the code of an SMS, who it went to and the challenge that was answered. */
export const POST = anyoneCommand("anyone", resetShape, async (input, request) => {
  const from = requestOrigin(request.headers);
  const token = "token" in input ? input.token : await resetTokenFor(input, from);
  if (typeof token !== "string" && !token.ok) return problemOf(token);
  const opened = typeof token === "string" ? token : token.value;
  const set = await resetPassword(opened, input.password, from);
  if (set.ok) return json({ ok: true });
  return problemOf(set);
});
