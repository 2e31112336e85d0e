import "server-only";
import type { AddRefusal } from "@/lib/gallery/add-picture";
import type { ChangeRefusal } from "@/lib/gallery/change-picture";
import type { LogoRefusal } from "@/lib/gallery/logo";
import type { RemoveRefusal } from "@/lib/gallery/remove-picture";
import type { Result } from "@/lib/platform/result";
import { type ActionAnswer, done, stopped } from "./action";
import { invalid, problem } from "./problem";
import { notFoundProblem } from "./route";

type Refusal = AddRefusal | ChangeRefusal | LogoRefusal | RemoveRefusal;
type Refused = { ok: false } & Refusal;

function wordsFor(refused: Refused): string {
  switch (refused.refusal) {
    case "not_a_picture":
      return "Only pictures as JPEG, PNG or WebP can be used.";
    case "too_many_pixels":
      return "This picture is too large. Make it smaller than 50 million pixels.";
    case "no_storage":
      return "Pictures cannot be kept on this server yet. Whoever runs it has to name a place for them.";
    case "too_many":
      return `There are ${refused.most} pictures already. Put one away first.`;
    case "too_many_kept":
      return `There are ${refused.most} pictures with those put away. Take out some of them for good first.`;
    case "still_shown":
      return "Put it away first.";
    case "invalid":
      return "Some fields are not right.";
    default:
      return "This picture is no longer here.";
  }
}

const statusOf: Partial<Record<Refusal["refusal"], number>> = {
  not_a_picture: 415,
  too_many_pixels: 413,
  no_storage: 503,
};

/** Why nothing was done, for programs. */
export function galleryProblem(refused: Refused): Response {
  if (refused.refusal === "invalid") return invalid(refused.fields);
  if (refused.refusal === "unknown_picture") return notFoundProblem();
  return problem(statusOf[refused.refusal] ?? 409, refused.refusal, wordsFor(refused));
}

/** And for people. */
export const galleryAnswer = <T>(answer: Result<T, Refusal>): ActionAnswer<T> =>
  answer.ok
    ? done(answer.value)
    : stopped(wordsFor(answer), {
        code: answer.refusal,
        ...(answer.refusal === "invalid" ? { fields: answer.fields } : {}),
      });
