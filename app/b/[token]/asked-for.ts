import "server-only";
import { headers } from "next/headers";
import { waitWords } from "@/app/_components/forms/wait-words";
import { formText } from "@/app/_server/form";
import { languageHere } from "@/app/_server/language";
import { borrowsSession, requestOrigin } from "@/app/_server/origin";
import { guest } from "@/app/book/_parts/tenant";
import { countBooking } from "@/lib/auth/limits";
import { openLink } from "@/lib/bookings/open-link";
import { addressOf } from "@/lib/platform/client-address";

/** Which booking the form is about, and what keeps it from being done at all. Null for none, or a borrowed session. */
export async function askedFor(form: FormData) {
  const text = formText(form);
  const asked = await headers();
  const token = text("token");
  if (borrowsSession(asked)) return null;
  const booking = await openLink(token);
  if (!booking) return null;
  const within = await countBooking(addressOf(asked));
  const actor = { ...guest, from: requestOrigin(asked) };
  return {
    ...booking,
    token,
    text,
    actor,
    problem: within.ok ? undefined : waitWords(within.retryAfterSeconds, await languageHere()),
  };
}
