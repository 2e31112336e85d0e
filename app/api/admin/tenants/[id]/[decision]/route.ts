import type { z } from "zod";
import { invalid, problem } from "@/app/_server/problem";
import { adminCommand, notFoundProblem } from "@/app/_server/route";
import { adminActor } from "@/app/_server/visitor";
import { decideTenant } from "@/lib/admin/decide-tenant";
import { decideInput } from "@/lib/admin/input";
import { asItStands, isDecision, isGrave } from "@/lib/admin/rules";

type Params = { id: string; decision: string };

/** approve, reject, suspend or reactivate. */
export const POST = adminCommand<z.output<typeof decideInput>, Params>(
  "tenants.decide",
  decideInput,
  async (visitor, { reason }, { id, decision }) => {
    if (!isDecision(decision)) return notFoundProblem();
    const decided = await decideTenant(id, await adminActor(visitor), decision, reason);
    if (decided.ok) return decided.value;
    switch (decided.refusal) {
      case "unknown":
        return notFoundProblem();
      case "needs_reason":
        return invalid({ reason: ["tell the owner why, in a sentence"] });
      case "is_closing":
        return problem(409, "is_closing", "Its owner is closing it.");
      case "not_possible":
        return problem(409, "not_possible", asItStands[decided.status], { status: decided.status });
    }
  },
  (_, { decision }) => isDecision(decision) && isGrave(decision),
);
