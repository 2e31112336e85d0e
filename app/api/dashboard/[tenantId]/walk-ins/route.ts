import { deskProblem } from "@/app/_server/desk-refused";
import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { walkInInput } from "@/lib/bookings/input";
import { bookWalkIn, earliestToday } from "@/lib/bookings/walk-in";

/** What somebody who is here could have today, when, and with whom. */
export const GET = memberQuestion("bookings.place", async (scope) => ({ services: await earliestToday(scope) }));

/** They have it, and are here. */
export const POST = memberCommand("bookings.place", walkInInput, async (scope, _, input) => {
  const booked = await bookWalkIn(scope, input);
  return booked.ok ? json(booked.value, 201) : deskProblem(booked);
});
