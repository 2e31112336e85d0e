import { memberQuestion } from "@/app/_server/route";
import { listMisplaced } from "@/lib/bookings/list-misplaced";

/** Bookings that cannot be done as the house stands. */
export const GET = memberQuestion("bookings.move", listMisplaced);
