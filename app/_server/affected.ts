import "server-only";
import type { Affected } from "@/lib/bookings/list-affected";
import { type ActionAnswer, done, stopped } from "./action";
import { gone } from "./member-refused";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

type InTheWay = { ok: false; refusal: "bookings_affected"; affected: Affected };
type Changed = { ok: true } | { ok: false; refusal: "unknown" } | InTheWay;

const counted = (many: number) => (many === 1 ? "One booking is" : `${many} bookings are`);
const inTheWay = ({ total, fresh }: Affected) =>
  fresh > 0
    ? `${fresh === 1 ? "One more booking has" : `${fresh} more bookings have`} come meanwhile. Look at ${total === 1 ? "it" : "them"} first.`
    : `${counted(total)} affected. Look at ${total === 1 ? "it" : "them"} first.`;

/** What a form gets back: the bookings that somebody has to look at first, or null when it was done. */
export function unlessAffected(changed: Changed): ActionAnswer<Affected | null> {
  if (changed.ok) return done(null);
  return changed.refusal === "unknown" ? stopped(gone, { code: "unknown" }) : done(changed.affected);
}

/** And a program: it says `anyway` when it has looked, and which it has `seen` to be told of those that came since. */
export function answerUnlessAffected(changed: Changed): object | Response {
  if (changed.ok) return {};
  if (changed.refusal === "unknown") return notFoundProblem();
  return problem(409, "bookings_affected", inTheWay(changed.affected), { ...changed.affected });
}
