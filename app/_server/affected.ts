import "server-only";
import type { Affected } from "@/lib/bookings/list-affected";
import { type ActionAnswer, done, stopped } from "./action";
import { gone } from "./member-refused";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

type InTheWay = { ok: false; refusal: "bookings_affected"; affected: Affected };
type Unknown = { ok: false; refusal: "unknown" };
type Other = { ok: false; refusal: string };
type Changed<R extends Other> = { ok: true } | InTheWay | R;

const inTheWay = ({ total, fresh, proposals }: Affected) => {
  if (total === 0)
    return proposals === 1
      ? `${proposals} time proposed to customers would be withdrawn.`
      : `${proposals} times proposed to customers would be withdrawn.`;
  if (fresh > 1) return `${fresh} more bookings have come meanwhile. Look at them first.`;
  if (fresh === 1)
    return total === 1
      ? "One more booking has come meanwhile. Look at it first."
      : "One more booking has come meanwhile. Look at them first.";
  return total === 1
    ? "One booking is affected. Look at it first."
    : `${total} bookings are affected. Look at them first.`;
};

const isInTheWay = <R extends Other>(changed: Changed<R>): changed is InTheWay =>
  !changed.ok && changed.refusal === "bookings_affected";

/** What a form gets back: the bookings that somebody has to look at first, or null when it was done. */
export function unlessAffected<R extends Other = Unknown>(
  changed: Changed<R>,
  otherwise: (refused: R) => ActionAnswer<never> = () => stopped(gone, { code: "unknown" }),
): ActionAnswer<Affected | null> {
  if (changed.ok) return done(null);
  return isInTheWay(changed) ? done(changed.affected) : otherwise(changed as R);
}

/** And a program: it says `anyway` when it has looked, and which it has `seen` to be told of those that came since. */
export function answerUnlessAffected<R extends Other = Unknown>(
  changed: Changed<R>,
  otherwise: (refused: R) => Response = notFoundProblem,
): object | Response {
  if (changed.ok) return {};
  if (!isInTheWay(changed)) return otherwise(changed as R);
  return problem(409, "bookings_affected", inTheWay(changed.affected), { ...changed.affected });
}
