"use server";

import { redirect } from "next/navigation";
import { formText } from "@/app/_server/form";
import { bookSlotInput } from "@/lib/bookings/input";
import { isId } from "@/lib/platform/ids";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { idsIn } from "../../_parts/extras";
import { keepTime } from "../../_parts/keep-time";
import { detailsHref, servicesHref, timesHref } from "../../_parts/links";

/**
 * The chosen time is kept while its details are typed, where it can be: with too many choices from one network, or in
 * any trouble, the visitor goes on as if it were. Only a time that is gone stops them here, before they have typed.
 */
export async function chooseTime(form: FormData): Promise<void> {
  const text = formText(form);
  const [slug, service, staff, at] = ["slug", "service", "staff", "at"].map(text) as [string, string, string, string];
  const addonIds = idsIn(text("add"));
  const add = addonIds.join(",");
  const startsAt = bookSlotInput.shape.startsAt.safeParse(at);
  const tenant = await findTenant(slug);
  if (!tenant || !isId(service)) redirect(servicesHref(slug));
  if (!startsAt.success) redirect(timesHref(slug, { service, add, staff }));
  const held = await keepTime(tenant.id, {
    serviceId: service,
    addonIds,
    staffId: isId(staff) ? staff : undefined,
    startsAt: startsAt.data,
  });
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: tenant.timeZone }).format(startsAt.data);
  if (held && !held.ok && held.refusal === "slot_taken")
    redirect(timesHref(slug, { service, add, staff, day, gone: at }));
  redirect(detailsHref(slug, { service, add, staff, at }));
}
