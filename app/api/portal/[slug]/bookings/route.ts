import { customerQuestion } from "@/app/_server/customer-route";
import { listOwn } from "@/lib/bookings/list-own";

/** What they and their children have to come, and what they had. */
export const GET = customerQuestion("portal.own", (scope, { own }) => listOwn(scope, own.id));
