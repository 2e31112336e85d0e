import { invalid } from "@/app/_server/problem";
import { adminQuestion } from "@/app/_server/route";
import { listTenantsInput } from "@/lib/admin/input";
import { listTenants } from "@/lib/admin/list-tenants";
import { fieldErrors } from "@/lib/platform/field-errors";

export const GET = adminQuestion("tenants.decide", async (_visitor, request) => {
  const asked = listTenantsInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return asked.success ? listTenants(asked.data) : invalid(fieldErrors(asked.error));
});
