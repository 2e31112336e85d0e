import { deskProblem } from "@/app/_server/desk-refused";
import { invalid } from "@/app/_server/problem";
import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { bookAtDesk } from "@/lib/bookings/book-at-desk";
import { bookingQuery, deskBookingInput, nextQuery } from "@/lib/bookings/input";
import { listBookings } from "@/lib/bookings/list-bookings";
import { listNext } from "@/lib/bookings/list-next";
import { listWaiting } from "@/lib/bookings/list-waiting";
import { fieldErrors } from "@/lib/platform/field-errors";

export const GET = memberQuestion("bookings.see", async (scope, _, request) => {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  if (given.view === "next") {
    const asked = nextQuery.safeParse(given);
    return asked.success ? listNext(scope, asked.data) : invalid(fieldErrors(asked.error));
  }
  if (given.view === "waiting") return listWaiting(scope);
  const asked = bookingQuery.safeParse(given);
  if (!asked.success) return invalid(fieldErrors(asked.error));
  return listBookings(scope, asked.data);
});

/** For somebody on the phone: booked, or held for a while with `holdMinutes`. */
export const POST = memberCommand("bookings.place", deskBookingInput, async (scope, _, input) => {
  const booked = await bookAtDesk(scope, input);
  return booked.ok ? json(booked.value, 201) : deskProblem(booked);
});
