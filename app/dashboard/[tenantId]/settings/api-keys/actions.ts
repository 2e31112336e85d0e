"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { always } from "@/app/_server/proof";
import { sayHere } from "@/app/_words/say-here";
import { makeKeyInput, revokeKeyInput } from "@/lib/auth/api-key-input";
import { makeApiKey, mostKeys } from "@/lib/auth/make-api-key";
import { revokeApiKey } from "@/lib/auth/revoke-api-key";

/** Whoever holds it acts for the business: no passer-by's to make. */
export const makeKey = memberAction(
  "api_keys.manage",
  makeKeyInput,
  async (scope, _, input) => {
    const made = await makeApiKey(scope, input);
    if (made.ok) return done(made.value);
    const say = await sayHere();
    return stopped(say("{most} keys work already. Revoke one that is not needed.", { most: mostKeys }), {
      code: made.refusal,
    });
  },
  always,
);

export const revokeKey = memberAction("api_keys.manage", revokeKeyInput, async (scope, _, input) => {
  const revoked = await revokeApiKey(scope, input);
  if (revoked.ok) return done(revoked.value);
  const say = await sayHere();
  return stopped(say("This key is revoked already."), { code: revoked.refusal });
});
