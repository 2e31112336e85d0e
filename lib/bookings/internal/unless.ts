import type { Looked } from "@/lib/platform/looked";
import { type Result, refuse } from "@/lib/platform/result";
import { changeRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import { type Affected, affectedByRules, affectedOf, type Found, keepPromises } from "../list-affected";
import type { House } from "./house";

// What narrows what can be booked waits until somebody has looked at the bookings in its way: they stay as they are,
// and where they go is for people to decide.

type InTheWay = { refusal: "bookings_affected"; affected: Affected };
export type Changed<R extends { refusal: string } = { refusal: "unknown" }, T = unknown> = Promise<
  Result<T, R | InTheWay>
>;

const mostShown = 50;

/**
 * Nobody books meanwhile, so what was not affected when somebody looked cannot be passed over. What is proposed to
 * customers and could not be taken any more is withdrawn with the change: it is told of, and kept by nobody.
 */
export async function unlessBooked<T, R extends { refusal: string }>(
  scope: Scope,
  { anyway, seen, show = mostShown }: Looked,
  find: (() => Promise<Found>) | null,
  change: () => Promise<Result<T, R>>,
): Changed<R, T> {
  await changeRules(scope);
  if (find && (!anyway || seen)) {
    const known = new Set(anyway ? seen : []);
    const found = await find();
    const fresh = found.ids.filter((id) => !known.has(id)).length;
    if (fresh > 0 || (!anyway && found.proposals > 0))
      return refuse("bookings_affected", {
        affected: await affectedOf(scope, found, { show, fresh: anyway ? fresh : 0 }),
      });
  }
  const changed = await change();
  if (changed.ok) await keepPromises(scope);
  return changed;
}

/** The same for a rule of the house, said as what the house would become. */
export const unlessRuledOut = <T, R extends { refusal: string }>(
  scope: Scope,
  looked: Looked,
  becoming: (house: House) => House,
  change: () => Promise<Result<T, R>>,
): Changed<R, T> => unlessBooked(scope, looked, () => affectedByRules(scope, becoming), change);
