import { customerProblem } from "@/app/_server/customer-refused";
import { invalid } from "@/app/_server/problem";
import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { addByHand } from "@/lib/customers/add-by-hand";
import { addCustomerInput } from "@/lib/customers/file-input";
import { listCustomers } from "@/lib/customers/list-customers";
import { customersQuery } from "@/lib/customers/segment-input";
import { fieldErrors } from "@/lib/platform/field-errors";

/** Everybody the house knows, by name; narrowed by a piece of name, number or tag, by status, tag and segment. */
export const GET = memberQuestion("customers.see", async (scope, _, request) => {
  const asked = customersQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listCustomers(scope, asked.data) : invalid(fieldErrors(asked.error));
});

export const POST = memberCommand("customers.manage", addCustomerInput, async (scope, _, input) => {
  const made = await addByHand(scope, input);
  return made.ok ? json(made.value, 201) : customerProblem(made);
});
