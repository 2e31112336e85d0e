import { answering, json } from "@/app/_server/route";
import { searchTenants } from "@/lib/tenancy/doors/search-tenants";

export const GET = (request: Request): Promise<Response> =>
  answering(async () => json({ items: await searchTenants(new URL(request.url).searchParams.get("search") ?? "") }));
