import { memberCommand, memberQuestion } from "@/app/_server/route";
import { cancellationInput } from "@/lib/bookings/input";
import { getCancellation, setCancellation } from "@/lib/bookings/set-cancellation";

export const GET = memberQuestion("settings.see", async (scope) => ({ cancellation: await getCancellation(scope) }));

/** For those who book from now on: what is booked keeps what was accepted with it. */
export const PUT = memberCommand("settings.manage", cancellationInput, async (scope, _, { cancellation }) => ({
  cancellation: await setCancellation(scope, cancellation),
}));
