"use server";

import { adminAction, done, stopped } from "@/app/_server/action";
import { adminActor } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { id } from "@/lib/bookings/input";
import { changeEnquiry } from "@/lib/enquiries/change-enquiry";
import { enquiryChange } from "@/lib/enquiries/input";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";

const shape = enquiryChange.extend({ enquiryId: id });

export const becomeOurs = adminAction("platform.enquiries", shape, async (visitor, { enquiryId, become }) => {
  const actor = await adminActor(visitor);
  const changed = await withTenant(platformTenantId, actor, (scope) => changeEnquiry(scope, enquiryId, { become }));
  if (changed.ok) return done(changed.value);
  const say = await sayHere();
  return stopped(say("This enquiry is no longer here."), { code: changed.refusal });
});
