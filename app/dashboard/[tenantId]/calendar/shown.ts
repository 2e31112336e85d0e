import { dayAfter } from "../bookings/local-day";
import { type Filter, type StatusGroup, statusGroups } from "./filter";

/** What the address of the calendar asks for; shared by the server and the browser. */
export type Shown = { view: "day" | "week"; date: string; person: string } & Filter;

type Query = { get(name: string): string | null };

const isId = (text: string | null): text is string => /^[\da-f-]{36}$/.test(text ?? "");
const isGroup = (text: string | null): text is StatusGroup => Object.hasOwn(statusGroups, text ?? "");

const isDate = (text: string | null): text is string =>
  text !== null && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** What cannot be read is as if it were not asked for. */
export function readShown(query: Query, today: string): Shown {
  const date = query.get("date");
  const person = query.get("person");
  const status = query.get("status");
  const service = query.get("service");
  return {
    view: query.get("view") === "week" ? "week" : "day",
    date: isDate(date) ? date : today,
    person: isId(person) ? person : "",
    status: isGroup(status) ? status : "",
    service: isId(service) ? service : "",
    category: isId(service) ? "" : (query.get("category") ?? "").slice(0, 40),
  };
}

/** Monday is the first day of a week. */
export function datesOf({ view, date }: Pick<Shown, "view" | "date">): { from: string; to: string } {
  if (view === "day") return { from: date, to: date };
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
  const from = dayAfter(date, -weekday);
  return { from, to: dayAfter(from, 6) };
}

export const calendarKey = (tenantId: string, shown: Pick<Shown, "view" | "date">): string => {
  const { from, to } = datesOf(shown);
  return `/api/dashboard/${tenantId}/calendar?from=${from}&to=${to}`;
};

/** Only what is not so anyway. */
export function calendarQuery({ view, date, person, ...filter }: Shown, today: string): string {
  const said = new URLSearchParams();
  if (view === "week") said.set("view", view);
  if (date !== today) said.set("date", date);
  if (person) said.set("person", person);
  for (const name of ["status", "service", "category"] as const) if (filter[name]) said.set(name, filter[name]);
  return said.size > 0 ? `?${said}` : "?";
}
