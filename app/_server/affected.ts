import "server-only";
import type { Affected } from "@/lib/bookings/list-affected";
import { type ActionAnswer, done, stopped } from "./action";
import { gone } from "./member-refused";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

type Changed =
  | { ok: true }
  | { ok: false; refusal: "unknown" }
  | { ok: false; refusal: "bookings_affected"; affected: Affected };

const inTheWay = ({ total }: Affected) =>
  `${total === 1 ? "One booking is" : `${total} bookings are`} affected. Look at ${total === 1 ? "it" : "them"} first.`;

/** What a form gets back: the bookings that somebody has to look at first, or null when it was done. */
export function unlessAffected(changed: Changed): ActionAnswer<Affected | null> {
  if (changed.ok) return done(null);
  return changed.refusal === "unknown" ? stopped(gone, { code: "unknown" }) : done(changed.affected);
}

/** And a program: it says `anyway` when it has looked. */
export function answerUnlessAffected(changed: Changed): object | Response {
  if (changed.ok) return {};
  if (changed.refusal === "unknown") return notFoundProblem();
  return problem(409, "bookings_affected", inTheWay(changed.affected), { ...changed.affected });
}
