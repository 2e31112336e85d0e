import { dayAfter } from "../bookings/local-day";

/** What the address of the calendar asks for; shared by the server and the browser. */
export type Shown = { view: "day" | "week"; date: string; person: string };

type Query = { get(name: string): string | null };

const isDate = (text: string | null): text is string =>
  text !== null && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** What cannot be read is as if it were not asked for. */
export function readShown(query: Query, today: string): Shown {
  const date = query.get("date");
  return {
    view: query.get("view") === "week" ? "week" : "day",
    date: isDate(date) ? date : today,
    person: /^[\da-f-]{36}$/.test(query.get("person") ?? "") ? query.get("person")! : "",
  };
}

/** Monday is the first day of a week. */
export function datesOf({ view, date }: Shown): { from: string; to: string } {
  if (view === "day") return { from: date, to: date };
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
  const from = dayAfter(date, -weekday);
  return { from, to: dayAfter(from, 6) };
}

export const calendarKey = (tenantId: string, shown: Shown): string => {
  const { from, to } = datesOf(shown);
  return `/api/dashboard/${tenantId}/calendar?from=${from}&to=${to}`;
};

/** Only what is not so anyway. */
export function calendarQuery({ view, date, person }: Shown, today: string): string {
  const said = new URLSearchParams();
  if (view === "week") said.set("view", view);
  if (date !== today) said.set("date", date);
  if (person) said.set("person", person);
  return said.size > 0 ? `?${said}` : "?";
}
