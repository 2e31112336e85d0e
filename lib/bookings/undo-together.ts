import { allOrNothing } from "@/lib/events/all-or-nothing";
import { ok, type Result } from "@/lib/platform/result";
import { holdRules } from "@/lib/tenancy/rules-lock";
import type { Scope } from "@/lib/tenancy/scope";
import type { Changed, ChangeRefusal } from "./change-booking";
import { holdBookings } from "./internal/lock-booking";
import { undoChange } from "./undo-change";

type Undone = Result<{ undone: Changed[] }, ChangeRefusal>;

/**
 * Takes back what was done to several bookings in one go: all of it, or none. One after the other, since each looks at
 * what has come close to it meanwhile, the one put back before it among that; there are never more than a series has.
 */
export async function undoTogether(scope: Scope, steps: readonly { id: string; changeId: string }[]): Promise<Undone> {
  await holdRules(scope);
  await holdBookings(
    scope,
    steps.map(({ id }) => id),
  );
  return allOrNothing(scope, async (part): Promise<Undone> => {
    const undone: Changed[] = [];
    for (const step of steps) {
      const answer = await undoChange(part, step);
      if (!answer.ok) return answer;
      undone.push(answer.value);
    }
    return ok({ undone });
  });
}
