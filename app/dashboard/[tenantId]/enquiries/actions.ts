"use server";

import { done, memberAction, stopped } from "@/app/_server/action";
import { sayHere } from "@/app/_words/say-here";
import { id } from "@/lib/bookings/input";
import { changeEnquiry } from "@/lib/enquiries/change-enquiry";
import { enquiryChange } from "@/lib/enquiries/input";

const shape = enquiryChange.extend({ enquiryId: id });

export const becomeIt = memberAction("enquiries.keep", shape, async (scope, _, { enquiryId, become }) => {
  const changed = await changeEnquiry(scope, enquiryId, { become });
  if (changed.ok) return done(changed.value);
  const say = await sayHere();
  return stopped(say("This enquiry is no longer here."), { code: changed.refusal });
});
