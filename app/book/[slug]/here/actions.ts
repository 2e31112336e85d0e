"use server";

import { headers } from "next/headers";
import { waitWords } from "@/app/_components/forms/wait-words";
import { carefully, unavailable } from "@/app/_server/action";
import { formText } from "@/app/_server/form";
import { languageHere } from "@/app/_server/language";
import { borrowsSession, requestOrigin } from "@/app/_server/origin";
import { countBooking, countCode } from "@/lib/auth/limits";
import { checkInByReference, sendCheckInLink } from "@/lib/bookings/check-in-here";
import { addressOf } from "@/lib/platform/client-address";
import { readPhone } from "@/lib/platform/phone";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { guest } from "../../_parts/tenant";
import { moreWords } from "../more-words";
import type { HereState } from "./form-state";

/** Somebody at the door: with the reference they are here, with a number the link goes to it. */
export async function comeIn(_: HereState, form: FormData): Promise<HereState> {
  const text = formText(form);
  const language = await languageHere();
  const words = moreWords[language];
  const typed = text("who").slice(0, 60);
  const tenant = await findTenant(text("slug"));
  const asked = await headers();
  if (tenant?.status !== "active" || borrowsSession(asked)) return { typed, problem: unavailable };
  const phone = readPhone(typed);
  const reference = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  if (!phone && !/^[A-Z0-9]{6}$/.test(reference)) return { typed, fault: words.whoFault };

  const address = addressOf(asked);
  const within = await countBooking(address);
  const mayGo = within.ok && phone ? await countCode("check_in_link", phone, address) : within;
  if (!mayGo.ok) return { typed, problem: waitWords(mayGo.retryAfterSeconds, language) };
  const actor = { ...guest, from: requestOrigin(asked) };
  return carefully<HereState>(
    () =>
      withTenant(tenant.id, actor, async (scope) => {
        if (phone) {
          await sendCheckInLink(scope, phone);
          // Whether there is anybody: the message alone says it, to whoever has the phone.
          return { typed, done: "sent" };
        }
        return (await checkInByReference(scope, reference))
          ? { typed, done: "here" }
          : { typed, fault: words.notCheckedIn };
      }),
    () => ({ typed, problem: unavailable }),
  );
}
