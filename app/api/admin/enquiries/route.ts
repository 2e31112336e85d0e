import { invalid } from "@/app/_server/problem";
import { adminQuestion } from "@/app/_server/route";
import { adminActor } from "@/app/_server/visitor";
import { enquiriesQuery } from "@/lib/enquiries/input";
import { listEnquiries } from "@/lib/enquiries/list-enquiries";
import { fieldErrors } from "@/lib/platform/field-errors";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";

/** What is asked of the platform itself. */
export const GET = adminQuestion("platform.enquiries", async (visitor, request) => {
  const asked = enquiriesQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  return readTenant(platformTenantId, await adminActor(visitor), (scope) => listEnquiries(scope, asked.data));
});
