import { customerProblem } from "@/app/_server/customer-refused";
import { json, memberCommand, notFoundProblem } from "@/app/_server/route";
import { addChild } from "@/lib/customers/family";
import { type AddChildInput, addChildInput } from "@/lib/customers/file-input";
import { isId } from "@/lib/platform/ids";

/** Somebody without a number of their own, for whom they book and pay. */
export const POST = memberCommand<AddChildInput, { id: string }>(
  "customers.manage",
  addChildInput,
  async (scope, _, input, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const made = await addChild(scope, id, input);
    return made.ok ? json(made.value, 201) : customerProblem(made);
  },
);
