"use server";

import { notFound, redirect } from "next/navigation";
import { formText } from "@/app/_server/form";
import { bookSlotInput } from "@/lib/bookings/input";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { keepTime } from "../../_parts/keep-time";
import { detailsHref, servicesHref, timesHref } from "../../_parts/links";
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
  // Nobody is led on by what a form says where there is no such business: its address may be anything.
  if (!tenant) notFound();
  if (lines.length === 0) redirect(servicesHref(slug));
  if (!startsAt.success) redirect(timesHref(slug, { lines }));
  const held = await keepTime(tenant.id, { lines: askedLines(lines), startsAt: startsAt.data });
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: tenant.timeZone }).format(startsAt.data);
  if (held && !held.ok && held.refusal === "slot_taken") redirect(timesHref(slug, { lines, day, gone: at }));
  redirect(detailsHref(slug, lines, at));
}
