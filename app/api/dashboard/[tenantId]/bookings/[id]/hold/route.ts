import type { z } from "zod";
import { deskProblem } from "@/app/_server/desk-refused";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { extendHold } from "@/lib/bookings/extend-hold";
import { extendHoldInput } from "@/lib/bookings/input";
import { isId } from "@/lib/platform/ids";

/** Held so many minutes from now. */
export const PATCH = memberCommand<z.output<typeof extendHoldInput>, { id: string }>(
  "bookings.place",
  extendHoldInput,
  async (scope, _, { minutes }, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const held = await extendHold(scope, { id, minutes });
    return held.ok ? held.value : deskProblem(held);
  },
);
