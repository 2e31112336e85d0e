"use server";

import { proofShape } from "@/lib/auth/input";
import { prove } from "@/lib/auth/step-up";
import { done, selfAction } from "./action";
import { stoppedBy } from "./refusals";
import { selfOf } from "./self";
import { keepSession } from "./sign-in-here";

/** Who somebody is, once more: every grave step of the next ten minutes goes through. */
export const giveProof = selfAction("self", proofShape, async (visitor, given) => {
  const shown = await prove(await selfOf(visitor), given);
  if (!shown.ok) return stoppedBy(shown);
  const { sessionId } = shown.value;
  if (sessionId !== visitor.sessionId) await keepSession(visitor.user.id, sessionId);
  return done(true);
});
