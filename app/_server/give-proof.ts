"use server";

import { proofShape } from "@/lib/auth/input";
import { prove } from "@/lib/auth/step-up";
import { done, selfAction } from "./action";
import { stoppedBy } from "./refusals";
import { selfOf } from "./self";

/** Who somebody is, once more: every grave step of the next ten minutes goes through. */
export const giveProof = selfAction("self", proofShape, async (visitor, given) => {
  const shown = await prove(await selfOf(visitor), given);
  return shown.ok ? done(true) : stoppedBy(shown);
});
