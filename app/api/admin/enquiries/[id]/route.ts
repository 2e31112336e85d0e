import { adminCommand, adminQuestion, notFoundProblem } from "@/app/_server/route";
import { adminActor } from "@/app/_server/visitor";
import { changeEnquiry } from "@/lib/enquiries/change-enquiry";
import { type EnquiryChange, enquiryChange } from "@/lib/enquiries/input";
import { getEnquiry } from "@/lib/enquiries/list-enquiries";
import { isId } from "@/lib/platform/ids";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";

export const GET = adminQuestion<{ id: string }>("platform.enquiries", async (visitor, _, { id }) => {
  const actor = await adminActor(visitor);
  const found = isId(id) ? await readTenant(platformTenantId, actor, (scope) => getEnquiry(scope, id)) : null;
  return found ?? notFoundProblem();
});

/** Read, answered, deleted, or put back. */
export const PUT = adminCommand<EnquiryChange, { id: string }>(
  "platform.enquiries",
  enquiryChange,
  async (visitor, change, { id }) => {
    if (!isId(id)) return notFoundProblem();
    const actor = await adminActor(visitor);
    const done = await withTenant(platformTenantId, actor, (scope) => changeEnquiry(scope, id, change));
    return done.ok ? done.value : notFoundProblem();
  },
);
