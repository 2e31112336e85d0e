import { invalid } from "@/app/_server/problem";
import { adminQuestion, notFoundProblem } from "@/app/_server/route";
import { adminActor } from "@/app/_server/visitor";
import { outgoingInput } from "@/lib/admin/input";
import { listOutgoing } from "@/lib/admin/list-outgoing";
import { lookInto } from "@/lib/admin/look-into";
import { now } from "@/lib/platform/clock";
import { fieldErrors } from "@/lib/platform/field-errors";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";

const dayMs = 86_400_000;

/** Of one business a look at what it writes is written into its log; the platform's own is nobody else's. */
export const GET = adminQuestion("tenants.decide", async (visitor, request) => {
  const asked = outgoingInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { tenant } = asked.data;
  const isOthers = tenant && tenant !== platformTenantId;
  if (isOthers && !(await lookInto(await adminActor(visitor), tenant, "messages"))) return notFoundProblem();
  return listOutgoing(asked.data, new Date(now().getTime() - dayMs));
});
