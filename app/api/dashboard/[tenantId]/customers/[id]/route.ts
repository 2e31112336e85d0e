import { noteProblem } from "@/app/_server/note-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { type NoteCustomerInput, noteCustomerInput } from "@/lib/customers/input";
import { noteCustomer } from "@/lib/customers/note-customer";
import { isId } from "@/lib/platform/ids";

/** Their allergies, and what else is known of them. */
export const PATCH = memberCommand<NoteCustomerInput, { id: string }>(
  "customers.note",
  noteCustomerInput,
  async (scope, _, input, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const noted = await noteCustomer(scope, id, input);
    return noted.ok ? noted.value : noteProblem(noted);
  },
);
