import "server-only";
import { headers } from "next/headers";
import { waitWords } from "@/app/_components/forms/wait-words";
import { guest } from "@/app/book/_parts/tenant";
import { waitingWords } from "@/app/w/[token]/words";
import { countBooking } from "@/lib/auth/limits";
import { addressOf } from "@/lib/platform/client-address";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { carefully } from "./action";
import { formText } from "./form";
import { languageHere } from "./language";
import { borrowsSession, requestOrigin } from "./origin";

type Answer = { ok: true } | { ok: false; refusal: string };

/** Does to somebody's place in the queue or on the list what the form with its token asks for; `problem` where nothing could be done at all. */
export async function waitOn<P extends { tenantId: string }, A extends Answer>(
  form: FormData,
  placeOf: (token: string) => Promise<P | null>,
  work: (scope: Scope, place: P) => Promise<A>,
): Promise<{ token: string; answer?: A; problem?: string }> {
  const language = await languageHere();
  const words = waitingWords[language];
  const token = formText(form)("token");
  const asked = await headers();
  const place = borrowsSession(asked) ? null : await placeOf(token);
  if (!place) return { token, problem: words.nothingThere };
  const within = await countBooking(addressOf(asked));
  if (!within.ok) return { token, problem: waitWords(within.retryAfterSeconds, language) };
  const actor = { ...guest, from: requestOrigin(asked) };
  const answer = await carefully<A | null>(
    () => withTenant(place.tenantId, actor, (scope) => work(scope, place)),
    () => null,
  );
  return answer ? { token, answer } : { token, problem: words.unavailable };
}
