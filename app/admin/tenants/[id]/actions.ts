"use server";

import { z } from "zod";
import { adminAction, done, stopped } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { adminActor } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { decideTenant } from "@/lib/admin/decide-tenant";
import { decideInput } from "@/lib/admin/input";
import { asItStands, isDecision, isGrave } from "@/lib/admin/rules";

const shape = decideInput.extend({ id: z.uuid(), decision: z.string().refine(isDecision, "is none") });

const decided = adminAction(
  "tenants.decide",
  shape,
  async (visitor, { id, decision, reason }) => {
    const answer = await decideTenant(id, await adminActor(visitor), decision, reason);
    if (answer.ok) return done(answer.value.status);
    const say = await sayHere();
    switch (answer.refusal) {
      case "unknown":
        return stopped(say("This business is no longer there."));
      case "needs_reason":
        return stopped(say("Tell the owner why, in a sentence."));
      case "is_closing":
        return stopped(say("Its owner is closing it."));
      case "not_possible":
        return stopped(
          say("{standing} Somebody else decided while you looked.", { standing: say.known(asItStands[answer.status]) }),
        );
    }
  },
  ({ decision }) => isDecision(decision) && isGrave(decision),
);

export type DecideState = { decision: string; reason: string; problem: string; code: string; times: number };

/** `times` tells one answer from the next; what was wanted comes back, so that it can be sent again after a proof. */
export async function decide(before: DecideState | null, form: FormData): Promise<DecideState> {
  const text = formText(form);
  const reason = text("reason").slice(0, 2_000);
  const decision = text("decision");
  const answer = await decided({ id: text("id"), decision, reason });
  const times = (before?.times ?? 0) + 1;
  if (answer.ok) return { decision, reason: "", problem: "", code: "", times };
  const say = await sayHere();
  const problem = say.known(answer.fields?.reason?.[0] ?? answer.problem);
  return { decision, reason, problem, code: answer.code ?? "", times };
}
