import type { TransactionSql } from "postgres";
import { addDays } from "@/lib/platform/calendar";
import { termsVersion } from "@/lib/tenancy/terms";
import { amani } from "./amani";
import { type Applicant, applicants, appliedAt, decidedAt, seedApplications } from "./applicants";
import { baraka } from "./baraka";
import { type DemoBusiness, minutesOf, platform, stretches } from "./businesses";
import { insertRows } from "./rows";
import { demoId } from "./stable";
import { midnight } from "./wall-clock";

export const businesses = [amani, baraka, ...applicants];

export const tenantIdOf = (business: { slug: string }) => demoId(`tenant/${business.slug}`);
export const staffIdOf = (business: { slug: string }, key: string) => demoId(`staff/${business.slug}/${key}`);
export const serviceIdOf = (business: { slug: string }, key: string) => demoId(`service/${business.slug}/${key}`);

/**
 * Businesses with their services, staff and hours; answers those that are new. What is there already stays as somebody
 * may have changed it.
 */
export async function seedBase(sql: TransactionSql, today: string): Promise<DemoBusiness[]> {
  const opened = midnight(addDays(today, -430), amani.timeZone);
  const made = await insertRows(sql, "tenants", [
    ...[amani, baraka, platform].map((business) => ({ ...tenantRow(business, opened), ...noApplication })),
    ...applicants.map((business) => ({ ...tenantRow(business, opened), ...applicationOf(business, today) })),
  ]);
  const fresh = businesses.filter((business) => made.has(tenantIdOf(business)));
  await insertRows(
    sql,
    "services",
    fresh.flatMap((business) => serviceRows(business, opened)),
  );
  await insertRows(
    sql,
    "staff",
    fresh.flatMap((business) => staffRows(business, opened)),
  );
  await insertRows(sql, "staff_hours", fresh.flatMap(hourRows));
  await insertRows(sql, "staff_services", fresh.flatMap(skillRows));
  const applied = applicants.filter((business) => made.has(tenantIdOf(business)));
  await seedApplications(sql, applied, tenantIdOf, today);
  return fresh;
}

/** What an earlier version did not sell: classes, and what may be added to a service. */
export async function seedLaterOffers(sql: TransactionSql, business: DemoBusiness, today: string): Promise<void> {
  const classes = business.services.flatMap(({ seats, key }) => (seats ? [serviceIdOf(business, key)] : []));
  const rows = serviceRows(business, midnight(today, business.timeZone));
  await insertRows(
    sql,
    "services",
    rows.filter(({ id }) => classes.includes(id)),
  );
  await insertRows(
    sql,
    "staff_services",
    skillRows(business).filter(({ service_id }) => classes.includes(service_id)),
  );
  const more = sql.json(rows.map(({ id, addons }) => ({ id, addons })).filter(({ addons }) => addons.length > 0));
  await sql`update services s set addons = m.addons from jsonb_to_recordset(${more}) as m (id uuid, addons jsonb)
    where s.tenant_id = ${tenantIdOf(business)} and s.id = m.id and s.addons = '[]'`;
}

/** Those of long standing came before any of this was asked. */
const noApplication = {
  email: null,
  status_reason: "",
  decided_at: null,
  terms_version: null,
  terms_accepted_at: null,
} as const;

const applicationOf = (business: Applicant, today: string) => ({
  email: business.applied.email,
  status_reason: business.applied.reason ?? "",
  decided_at: business.status === "pending" ? null : decidedAt(business, today),
  terms_version: termsVersion,
  terms_accepted_at: appliedAt(business, today),
  created_at: appliedAt(business, today),
});

const tenantRow = (business: DemoBusiness, created_at: Date) => ({
  id: tenantIdOf(business),
  kind: business.kind,
  slug: business.slug,
  name: business.name,
  business_type: business.businessType,
  city: business.city,
  phone: business.phone,
  time_zone: business.timeZone,
  currency: "KES",
  locale: "en-KE",
  colour: business.colour,
  status: business.status,
  policy: business.policy,
  created_at,
});

const serviceRows = (business: DemoBusiness, created_at: Date) =>
  business.services.map((service, position) => ({
    tenant_id: tenantIdOf(business),
    id: serviceIdOf(business, service.key),
    name: service.name,
    category: service.category,
    description: service.description,
    segments: service.segments,
    duration_minutes: minutesOf(service.segments),
    price_minor: service.price * 100,
    currency: "KES",
    addons: (service.addons ?? []).map(({ price, ...addon }) => ({
      id: demoId(`addon/${business.slug}/${service.key}/${addon.name}`),
      ...addon,
      priceMinor: price * 100,
    })),
    buffer_before_minutes: service.before ?? 0,
    buffer_after_minutes: service.after ?? 0,
    seats: service.seats ?? 1,
    position,
    active: true,
    created_at,
  }));

const staffRows = (business: DemoBusiness, created_at: Date) =>
  business.staff.map(({ key, name, title, colour, bio = "", phone = null, commissionBp = 0 }, position) => ({
    tenant_id: tenantIdOf(business),
    id: staffIdOf(business, key),
    name,
    title,
    bio,
    phone,
    commission_bp: commissionBp,
    colour,
    position,
    active: true,
    created_at,
  }));

const hourRows = (business: DemoBusiness) =>
  business.staff.flatMap(({ key, week, lunch }) =>
    week.flatMap((day, weekday) =>
      shiftsOf(stretches(day), lunch).map(({ from, to }) => ({
        tenant_id: tenantIdOf(business),
        id: demoId(`hours/${business.slug}/${key}/${weekday}/${from}`),
        staff_id: staffIdOf(business, key),
        weekday,
        from_minute: from,
        to_minute: to,
      })),
    ),
  );

const shiftsOf = (day: { from: number; to: number }[], lunch?: boolean) =>
  lunch && day.length > 0 ? [{ from: day[0]!.from, to: day.at(-1)!.to }] : day;

const skillRows = (business: DemoBusiness) =>
  business.staff.flatMap(({ key, does, own = {} }) =>
    does.map((service) => ({
      tenant_id: tenantIdOf(business),
      staff_id: staffIdOf(business, key),
      service_id: serviceIdOf(business, service),
      duration_minutes: own[service]?.minutes ?? null,
      price_minor: own[service]?.price === undefined ? null : own[service].price * 100,
    })),
  );
