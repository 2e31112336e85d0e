import { businessHours } from "@/db/schema/hours";
import { services } from "@/db/schema/services";
import { staff, staffHours, staffServices } from "@/db/schema/staff";
import { type TenantStatus, tenants } from "@/db/schema/tenants";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { type Insertion, rowsOf } from "@/lib/platform/insert-together";
import { starterServices } from "@/lib/services/starter-services";
import { firstPolicy } from "../first-policy";
import type { BusinessInput } from "../input";
import { firstHours } from "../rules";
import { termsVersion } from "../terms";

type Made = { tenantId: string; slug: string; status: TenantStatus; email: string | null };

const tenantRow = (business: BusinessInput, { tenantId, slug, status, email }: Made) => ({
  id: tenantId,
  slug,
  name: business.businessName,
  businessType: business.businessType,
  city: business.city,
  phone: business.phone,
  timeZone: business.timeZone,
  status,
  email,
  decidedAt: status === "active" ? now() : null,
  termsVersion,
  termsAcceptedAt: now(),
  policy: firstPolicy,
  createdAt: now(),
});

/** The tenant comes first and alone: its trigger makes the head of its log. */
export const rowOfTenant = (business: BusinessInput, made: Made): Insertion =>
  rowsOf(tenants, [tenantRow(business, made)]);

/** What makes it bookable: a price list, and its owner as the one person who does all of it. */
export function firstRows(
  tenantId: string,
  business: BusinessInput,
  owner: { staffId: string; name: string },
): Insertion[] {
  const offered = starterServices[business.businessType].map((service, position) => ({
    tenantId,
    id: newId(),
    name: service.name,
    category: service.category,
    segments: service.segments,
    durationMinutes: service.segments.reduce((sum, { minutes }) => sum + minutes, 0),
    priceMinor: service.priceMinor,
    currency: "KES",
    position,
    createdAt: now(),
  }));
  const { staffId } = owner;
  return [
    rowsOf(services, offered),
    rowsOf(staff, [{ tenantId, id: staffId, name: owner.name, title: "Owner", colour: "#0f766e", createdAt: now() }]),
    rowsOf(
      staffHours,
      firstHours.weekdays.map((weekday) => ({
        tenantId,
        id: newId(),
        staffId,
        weekday,
        fromMinute: firstHours.fromMinute,
        toMinute: firstHours.toMinute,
      })),
    ),
    // What whoever is taken on works, until they have hours of their own.
    rowsOf(
      businessHours,
      firstHours.weekdays.map((weekday) => ({
        tenantId,
        id: newId(),
        weekday,
        fromMinute: firstHours.fromMinute,
        toMinute: firstHours.toMinute,
      })),
    ),
    rowsOf(
      staffServices,
      offered.map(({ id }) => ({ tenantId, staffId, serviceId: id })),
    ),
  ];
}
