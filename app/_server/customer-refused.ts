import "server-only";
import type { HandOverRefusal } from "@/lib/bookings/hand-over";
import type { ArchiveRefusal } from "@/lib/customers/archive-customer";
import type { ChangeCustomerRefusal } from "@/lib/customers/change-customer";
import type { FamilyRefusal } from "@/lib/customers/family";
import type { NotThere } from "@/lib/customers/gone";
import type { SegmentRefusal } from "@/lib/customers/own-segments";
import type { Result } from "@/lib/platform/result";
import { type ActionAnswer, done, stopped } from "./action";
import { isNotThere, notThereWords } from "./not-there";
import { invalid, problem } from "./problem";
import { notFoundProblem } from "./route";

type Refused =
  | ChangeCustomerRefusal
  | ArchiveRefusal
  | FamilyRefusal
  | SegmentRefusal
  | HandOverRefusal
  | NotThere
  | { refusal: "unknown_note" }
  | { refusal: "unknown_segment" }
  | { refusal: "not_yours" };

const words = {
  unknown_booking: "This booking is no longer here.",
  unknown_note: "This note is no longer here.",
  unknown_segment: "This group is no longer here.",
  not_yours: "Somebody else wrote this. The desk can strike it.",
  moved_on: "Somebody else has changed this since you opened it. Look at what they wrote first.",
  is_a_child: "Somebody answers for them already, so they answer for nobody.",
  has_children: "They answer for somebody themself.",
  has_guardian: "Somebody else answers for them already.",
  themself: "Nobody answers for themself here: choose somebody else.",
  not_asked: "Somebody else has said so already, or nothing was said. Look again.",
  name_taken: "There is a group of this name already.",
} as const;

type Refusals = Refused["refusal"];
const isSaid = (refusal: Refusals): refusal is keyof typeof words => refusal in words;

/** By the field that is wrong, where one is. */
function fieldsOf(refused: Refused): Record<string, string[]> | null {
  if (refused.refusal === "invalid") return refused.fields;
  if (refused.refusal === "name_taken") return { name: [`is a group’s already`] };
  if (refused.refusal !== "phone_taken") return null;
  const { name, archived } = refused.by;
  return { phone: [archived ? `is ${name}’s, who was put away: bring them back instead` : `is ${name}’s`] };
}

function sentence(refused: Refused): string {
  if (refused.refusal === "still_coming")
    return refused.bookings === 1
      ? "They have a booking to come. Cancel that first."
      : `They have ${refused.bookings} bookings to come. Cancel that first.`;
  if (refused.refusal === "too_many_segments") return `There are ${refused.most} groups, and no more are kept.`;
  if (isNotThere(refused)) return notThereWords(refused);
  return isSaid(refused.refusal) ? words[refused.refusal] : "Some fields are not right.";
}

/** Why it was not done, for programs. */
export function customerProblem(refused: Refused): Response {
  const { refusal } = refused;
  if (refusal.startsWith("unknown_")) return notFoundProblem();
  const fields = fieldsOf(refused);
  if (refusal === "invalid") return invalid(fields ?? {});
  const more = refused.refusal === "moved_on" ? { is: refused.is } : fields ? { fields } : {};
  return problem(refusal === "not_yours" ? 403 : 409, refusal, sentence(refused), more);
}

/** A verb's outcome as a form gets it. */
export function customerAnswer<T>(answer: Result<T, Refused>): ActionAnswer<T> {
  if (answer.ok) return done(answer.value);
  const fields = fieldsOf(answer);
  return stopped(sentence(answer), { code: answer.refusal, ...(fields ? { fields } : {}) });
}
