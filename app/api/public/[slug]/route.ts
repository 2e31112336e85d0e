import { publicRoute } from "@/app/_server/public-route";
import { json } from "@/app/_server/route";
import { getCancellation } from "@/lib/bookings/set-cancellation";
import { termsSeen } from "@/lib/bookings/terms";
import { listServices } from "@/lib/services/list-services";
import { listStaff } from "@/lib/staff/list-staff";
import { withTenant } from "@/lib/tenancy/with-tenant";

export const GET = publicRoute(async (tenant) => {
  const [services, staff, terms] = await withTenant(tenant.id, { kind: "public", via: "api" }, (scope) =>
    Promise.all([listServices(scope), listStaff(scope), getCancellation(scope)]),
  );
  const { slug, name, businessType, city, phone, timeZone, currency } = tenant;
  return json({
    tenant: { slug, name, businessType, city, phone, timeZone, currency },
    // What a booking accepts: `seen` comes back with it as `seen.terms`.
    cancellation: { terms, seen: termsSeen(terms) },
    services: services.map(({ id, name, durationMinutes, priceMinor, currency, addons }) => ({
      id,
      name,
      durationMinutes,
      priceMinor,
      currency,
      ...(addons.length > 0 ? { addons } : {}),
    })),
    staff: staff.map(({ id, name }) => ({ id, name })),
  });
});
