import type { z } from "zod";
import { againProblem } from "@/app/_server/again-refused";
import { json, memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { bookAgain } from "@/lib/bookings/book-again";
import { getBooking } from "@/lib/bookings/get-booking";
import { bookAgainInput } from "@/lib/bookings/input";
import { listAgain } from "@/lib/bookings/list-again";
import { termsSeen } from "@/lib/bookings/terms";
import { isId } from "@/lib/platform/ids";

type Params = { id: string };

/** When the same could be had again. */
export const GET = memberQuestion<Params>("bookings.place", async (scope, _, __, { id }) => {
  if (!isId(id) || !(await getBooking(scope, id))) return notFoundProblem();
  const found = await listAgain(scope, { id, channel: "desk" });
  if (!found.ok) return { times: [], cancellation: { terms: null, seen: "" }, refusal: found.refusal };
  const { times, terms } = found.value;
  // What booking one of them accepts: `seen` comes back with it as `terms`.
  return { times, cancellation: { terms, seen: termsSeen(terms) }, refusal: null };
});

/** The same once more, for the same customer. */
export const POST = memberCommand<z.output<typeof bookAgainInput>, Params>(
  "bookings.place",
  bookAgainInput,
  async (scope, _, wish, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const booked = await bookAgain(scope, { ...wish, id }, { source: "desk" });
    return booked.ok ? json(booked.value, 201) : againProblem(booked);
  },
);
