import { languageHere } from "@/app/_server/language";
import { answering, notFoundProblem } from "@/app/_server/route";
import { calendarEntry } from "@/lib/bookings/calendar-entry";
import { getTicket } from "@/lib/bookings/get-ticket";
import { env } from "@/lib/platform/env";

type Context = { params: Promise<{ token: string }> };

/** The booking as a file for the customer's calendar; whoever holds the link may have it. */
export const GET = (_: Request, { params }: Context): Promise<Response> =>
  answering(async () => {
    const { token } = await params;
    const ticket = await getTicket(token);
    if (!ticket) return notFoundProblem();
    return new Response(calendarEntry(ticket, `${env().APP_URL}/b/${token}`, await languageHere()), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `attachment; filename="booking-${ticket.reference}.ics"`,
        "cache-control": "no-store",
        "x-robots-tag": "noindex",
      },
    });
  });
