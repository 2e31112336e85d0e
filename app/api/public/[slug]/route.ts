import { publicRoute } from "@/app/_server/public-route";
import { json } from "@/app/_server/route";
import { listServices } from "@/lib/services/list-services";
import { listStaff } from "@/lib/staff/list-staff";
import { withTenant } from "@/lib/tenancy/with-tenant";

export const GET = publicRoute(async (tenant) => {
  const [services, staff] = await withTenant(tenant.id, { kind: "public", via: "api" }, (scope) =>
    Promise.all([listServices(scope), listStaff(scope)]),
  );
  const { slug, name, businessType, city, phone, timeZone, currency } = tenant;
  return json({
    tenant: { slug, name, businessType, city, phone, timeZone, currency },
    services: services.map(({ id, name, durationMinutes, priceMinor, currency, addons }) => ({
      id,
      name,
      durationMinutes,
      priceMinor,
      currency,
      addons,
    })),
    staff: staff.map(({ id, name }) => ({ id, name })),
  });
});
