import { answering, notFoundProblem, tooMany } from "@/app/_server/route";
import { countLook } from "@/lib/auth/limits";
import { staffCalendar } from "@/lib/bookings/staff-calendar";
import { addressOf } from "@/lib/platform/client-address";

type Context = { params: Promise<{ token: string }> };

/** For a calendar program, which carries nothing but the address. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answering(async () => {
    const within = await countLook(addressOf(request.headers));
    if (!within.ok) return tooMany(within);
    // Programs want an ending that tells them what it is.
    const calendar = await staffCalendar((await params).token.replace(/\.ics$/, ""));
    if (!calendar) return notFoundProblem();
    return new Response(calendar, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "cache-control": "no-store",
        "x-robots-tag": "noindex",
      },
    });
  });
