import "server-only";
import type { NoteRefusal } from "@/lib/customers/note-customer";
import { stopped } from "./action";
import { isNotThere, notThereWords } from "./not-there";
import { invalid, problem } from "./problem";
import { notFoundProblem } from "./route";

const onlyAdded = "may only be added to. What stands there is for the desk to change";
const movedOn = "Somebody else has changed this since you opened it. Look at what they wrote first.";

/** Why what is known of a customer was not written, for programs. */
export function noteProblem(refused: NoteRefusal): Response {
  if (refused.refusal === "unknown_customer") return notFoundProblem();
  if (isNotThere(refused)) return problem(409, refused.refusal, notThereWords(refused));
  if (refused.refusal === "only_added") return invalid({ [refused.field]: [onlyAdded] });
  return problem(409, refused.refusal, movedOn, { is: refused.is });
}

/** And for people. */
export function noteStopped(refused: NoteRefusal) {
  const code = refused.refusal;
  if (refused.refusal === "only_added")
    return stopped("Some fields are not right.", { code, fields: { [refused.field]: [onlyAdded] } });
  return stopped(isNotThere(refused) ? notThereWords(refused) : movedOn, { code });
}
