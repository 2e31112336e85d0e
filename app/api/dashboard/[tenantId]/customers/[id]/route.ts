import { customerProblem } from "@/app/_server/customer-refused";
import { noteProblem } from "@/app/_server/note-refused";
import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { changeCustomer } from "@/lib/customers/change-customer";
import { type ChangeCustomerInput, changeCustomerInput } from "@/lib/customers/file-input";
import { getCustomer } from "@/lib/customers/get-customer";
import { type NoteCustomerInput, noteCustomerInput } from "@/lib/customers/input";
import { noteCustomer } from "@/lib/customers/note-customer";
import { isId } from "@/lib/platform/ids";

type Params = { id: string };

export const GET = memberQuestion<Params>(
  "customers.see",
  async (scope, _, __, { id }) => (isId(id) ? await getCustomer(scope, id) : null) ?? notFoundProblem(),
);

/** Their name, number and what else the desk keeps of them. */
export const PUT = memberCommand<ChangeCustomerInput, Params>(
  "customers.manage",
  changeCustomerInput,
  async (scope, _, input, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const changed = await changeCustomer(scope, id, input);
    return changed.ok ? changed.value : customerProblem(changed);
  },
);

/** Their allergies, and what else is known of them. */
export const PATCH = memberCommand<NoteCustomerInput, Params>(
  "customers.note",
  noteCustomerInput,
  async (scope, _, input, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const noted = await noteCustomer(scope, id, input);
    return noted.ok ? noted.value : noteProblem(noted);
  },
);
