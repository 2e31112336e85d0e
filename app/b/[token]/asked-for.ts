import "server-only";
import { headers } from "next/headers";
import { waitWords } from "@/app/_components/forms/wait-words";
import { formText } from "@/app/_server/form";
import { borrowsSession, requestOrigin } from "@/app/_server/origin";
import { guest } from "@/app/book/_parts/tenant";
import { countBooking } from "@/lib/auth/limits";
import { addressOf } from "@/lib/platform/client-address";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";

/** Whose booking the form is about, and what keeps it from being done at all. Null for no booking, or a borrowed session. */
export async function askedFor(form: FormData) {
  const text = formText(form);
  const asked = await headers();
  const token = text("token");
  const owner = await tenantOfToken(token);
  if (borrowsSession(asked) || owner?.kind !== "booking") return null;
  const within = await countBooking(addressOf(asked));
  const actor = { ...guest, from: requestOrigin(asked) };
  return { token, owner, text, actor, problem: within.ok ? undefined : waitWords(within.retryAfterSeconds) };
}
