import { adminQuestion, notFoundProblem } from "@/app/_server/route";
import { getTenant } from "@/lib/admin/get-tenant";
import { listTenantServices } from "@/lib/admin/list-tenant-services";

export const GET = adminQuestion<{ id: string }>("tenants.decide", async (_visitor, _request, { id }) =>
  (await getTenant(id)) ? listTenantServices(id) : notFoundProblem(),
);
