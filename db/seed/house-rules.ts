import type { TransactionSql } from "postgres";
import { kenyanHolidays } from "@/lib/availability/holidays";
import { addDays, weekdayOf } from "@/lib/platform/calendar";
import { serviceIdOf, staffIdOf, tenantIdOf } from "./base";
import { type DemoBusiness, type DemoStaff, stretches } from "./businesses";
import { insertRows, range } from "./rows";
import { demoId } from "./stable";
import { midnight } from "./wall-clock";

export const resourceIdOf = (business: { slug: string }, key: string) => demoId(`resource/${business.slug}/${key}`);

/** Chairs, breaks, the next public holiday and who is away: so that the public page has them to show. */
export async function seedHouseRules(sql: TransactionSql, businesses: DemoBusiness[], today: string): Promise<void> {
  await insertRows(sql, "business_hours", businesses.filter(({ kind }) => kind === "business").flatMap(hourRows));
  const established = businesses.filter(({ resources }) => resources);
  await insertRows(
    sql,
    "resources",
    established.flatMap((business) => resourceRows(business, today)),
  );
  await insertRows(sql, "service_resources", established.flatMap(needRows));
  await insertRows(sql, "staff_breaks", established.flatMap(breakRows));
  await insertRows(
    sql,
    "business_days",
    established.flatMap((business) => dayRows(business, today)),
  );
  await insertRows(
    sql,
    "time_off",
    established.flatMap((business) => timeOffRows(business, today)),
  );
}

/** Nine to six but Sundays: what whoever is taken on works. */
const hourRows = (business: DemoBusiness) =>
  [1, 2, 3, 4, 5, 6].map((weekday) => ({
    tenant_id: tenantIdOf(business),
    id: demoId(`hours/${business.slug}/${weekday}`),
    weekday,
    from_minute: 540,
    to_minute: 1080,
  }));

const resourceRows = (business: DemoBusiness, today: string) =>
  (business.resources ?? []).map(({ key, name, quantity }, position) => ({
    tenant_id: tenantIdOf(business),
    id: resourceIdOf(business, key),
    name,
    quantity,
    position,
    created_at: midnight(today, business.timeZone),
  }));

const needRows = (business: DemoBusiness) =>
  (business.resources ?? []).flatMap((resource) =>
    resource.for.map((service) => ({
      tenant_id: tenantIdOf(business),
      service_id: serviceIdOf(business, service),
      resource_id: resourceIdOf(business, resource.key),
    })),
  );

const breakRows = (business: DemoBusiness) =>
  business.staff
    .filter(({ lunch }) => lunch)
    .flatMap((staff) => staff.week.flatMap((day, weekday) => lunchRows(business, staff, day, weekday)));

function lunchRows(business: DemoBusiness, { key }: DemoStaff, day: string, weekday: number) {
  const [morning, afternoon] = stretches(day);
  if (!morning || !afternoon) return [];
  return {
    tenant_id: tenantIdOf(business),
    id: demoId(`break/${business.slug}/${key}/${weekday}`),
    staff_id: staffIdOf(business, key),
    weekday,
    from_minute: morning.to,
    to_minute: afternoon.from,
  };
}

/** What is different on days to come, so that the list of them is not empty: an event, and the next public holiday. */
const dayRows = (business: DemoBusiness, today: string) => [
  ...holidayRows(business, today),
  ...eventRows(business, today),
];

/** Open longer on one evening three weeks on, when it is no day off. */
function eventRows(business: DemoBusiness, today: string) {
  const taken = new Set(holidayRows(business, today).map(({ date }) => date));
  let date = addDays(today, 20);
  while (weekdayOf(date) === 0 || taken.has(date)) date = addDays(date, 1);
  return [
    {
      tenant_id: tenantIdOf(business),
      date,
      windows: [[480, 1260]],
      reason: "Late evening",
      created_at: midnight(today, business.timeZone),
    },
  ];
}

/** Not so soon that the first days would be empty. */
function holidayRows(business: DemoBusiness, today: string) {
  const year = Number(today.slice(0, 4));
  const next = [year, year + 1].flatMap(kenyanHolidays).find(({ date }) => date >= addDays(today, 3));
  return next
    ? [
        {
          tenant_id: tenantIdOf(business),
          date: next.date,
          windows: [],
          reason: next.name,
          created_at: midnight(today, business.timeZone),
        },
      ]
    : [];
}

/** The second of the staff has a day off next week; the first asks for one. */
function timeOffRows(business: DemoBusiness, today: string) {
  const away = (staff: DemoStaff | undefined, days: number, status: string, reason: string) => {
    if (!staff) return [];
    let date = addDays(today, days);
    while (!staff.week[weekdayOf(date)]) date = addDays(date, 1);
    const decided = status === "approved" ? midnight(today, business.timeZone) : null;
    return {
      tenant_id: tenantIdOf(business),
      id: demoId(`time off/${business.slug}/${staff.key}`),
      staff_id: staffIdOf(business, staff.key),
      span: range(midnight(date, business.timeZone), midnight(addDays(date, 1), business.timeZone)),
      status,
      reason,
      asked_at: midnight(addDays(today, -3), business.timeZone),
      decided_at: decided,
    };
  };
  const [first, second] = business.staff;
  return [away(second, 6, "approved", "Family"), away(first, 11, "asked", "Graduation")].flat();
}
