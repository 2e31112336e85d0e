"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { carefully } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { borrowsSession } from "@/app/_server/origin";
import { countHold } from "@/lib/auth/limits";
import { bookSlotInput } from "@/lib/bookings/input";
import { placeHold } from "@/lib/bookings/place-hold";
import { addressOf, networkOf } from "@/lib/platform/client-address";
import { sha256 } from "@/lib/platform/ids";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { keepHold, keptHold } from "../../_parts/kept-hold";
import { detailsHref, servicesHref, timesHref } from "../../_parts/links";
import { guest } from "../../_parts/tenant";
import { askedLines, linesIn } from "../../_parts/visit";

/**
 * The chosen time is kept while its details are typed, where it can be: with too many choices from one network, or in
 * any trouble, the visitor goes on as if it were. Only a time that is gone stops them here, before they have typed.
 */
export async function chooseTime(form: FormData): Promise<void> {
  const text = formText(form);
  const [slug, at] = [text("slug"), text("at")];
  const lines = linesIn(text);
  const startsAt = bookSlotInput.shape.startsAt.safeParse(at);
  const tenant = await findTenant(slug);
  if (!tenant || lines.length === 0) redirect(servicesHref(slug));
  if (!startsAt.success) redirect(timesHref(slug, { lines }));
  const asked = await headers();
  const address = addressOf(asked);
  const within = !borrowsSession(asked) && (await countHold(address)).ok;
  const instead = await keptHold();
  const visitor = sha256(`${tenant.id} ${networkOf(address)}`);
  const held = within
    ? await carefully(
        () =>
          withTenant(tenant.id, guest, (scope) =>
            placeHold(scope, {
              lines: askedLines(lines),
              startsAt: startsAt.data,
              visitor,
              instead,
            }),
          ),
        () => null,
      )
    : null;
  if (held?.ok) await keepHold(held.value.id, held.value.expiresAt);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: tenant.timeZone }).format(startsAt.data);
  if (held && !held.ok && held.refusal === "slot_taken") redirect(timesHref(slug, { lines, day, gone: at }));
  redirect(detailsHref(slug, lines, at));
}
