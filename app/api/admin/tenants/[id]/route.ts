import { adminQuestion, notFoundProblem } from "@/app/_server/route";
import { getTenant } from "@/lib/admin/get-tenant";

export const GET = adminQuestion<{ id: string }>(
  "tenants.decide",
  async (_visitor, _request, { id }) => (await getTenant(id)) ?? notFoundProblem(),
);
