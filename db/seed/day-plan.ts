import { daysBetween, weekdayOf } from "@/lib/platform/calendar";
import { type DemoBusiness, type DemoService, type DemoStaff, minutesOf, stretches } from "./businesses";
import { type Dice, demoId, dice } from "./stable";

/** One service of a planned booking, in minutes of the day's wall clock; by somebody else, or on a seat of a class. */
export type PlannedLine = { service: DemoService; from: number; to: number; staff?: DemoStaff; seat?: number };

export type PlannedBooking = {
  id: string;
  key: string;
  staff: DemoStaff;
  lines: PlannedLine[];
  /** How many days before the day it was made. */
  lead: number;
  cancelled: boolean;
  source: "public" | "api" | "desk";
  notes: string;
};

const leads = [0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14];
const wishes = [
  "Please use sulphate-free shampoo",
  "I may be five minutes late",
  "My daughter comes with me",
  "Something simple for an interview",
  "Allergic to acrylic",
];

/**
 * A full day of the business, always the same for the same date. What of it is there already depends on how far away
 * the day still is: bookings come in day by day, and on its own morning the day is full.
 */
export function planDay(business: DemoBusiness, date: string, today: string): PlannedBooking[] {
  const distance = daysBetween(today, date);
  return business.staff
    .flatMap((staff) => planStaffDay(business, staff, date))
    .filter((booking) => booking.lead >= distance);
}

function planStaffDay(business: DemoBusiness, staff: DemoStaff, date: string): PlannedBooking[] {
  const throws = dice(`${business.slug} ${staff.key} ${date}`);
  const skills = business.services.filter(({ key, seats }) => staff.does.includes(key) && !seats);
  const planned: PlannedBooking[] = [];
  for (const shift of stretches(staff.week[weekdayOf(date)] ?? "")) {
    let last: PlannedLine | undefined;
    let at = shift.from;
    for (;;) {
      at = roundUp(at + (throws.chance(0.2) ? throws.pick([15, 15, 30, 45]) : 0));
      const fitting = skills.filter(
        (service) => startAfter(last, service, at) + minutesOf(service.segments) <= shift.to,
      );
      if (fitting.length === 0) break;
      const lines = [lineAfter(last, pickService(throws, fitting), at)];
      if (throws.chance(0.12)) addLine(lines, throws, skills, shift.to);
      last = lines.at(-1);
      at = last!.to;
      const key = `booking/${business.slug}/${date}/${staff.key}/${planned.length}`;
      planned.push({
        id: demoId(key),
        key,
        staff,
        lines,
        lead: throws.pick(leads),
        cancelled: throws.chance(0.05),
        source: throws.chance(0.6) ? "public" : "desk",
        notes: throws.chance(0.07) ? throws.pick(wishes) : "",
      });
    }
  }
  return planned;
}

const roundUp = (minute: number) => Math.ceil(minute / 15) * 15;

function startAfter(last: PlannedLine | undefined, service: DemoService, at: number): number {
  return last ? roundUp(Math.max(at, last.to + Math.max(last.service.after ?? 0, service.before ?? 0))) : at;
}

function lineAfter(last: PlannedLine | undefined, service: DemoService, at: number): PlannedLine {
  const from = startAfter(last, service, at);
  return { service, from, to: from + minutesOf(service.segments) };
}

/** Long ones are rarer, or the day would be four box braids. */
const pickService = (throws: Dice, from: DemoService[]): DemoService => {
  const first = throws.pick(from);
  return minutesOf(first.segments) > 80 && throws.chance(0.6) ? throws.pick(from) : first;
};

function addLine(lines: PlannedLine[], throws: Dice, skills: DemoService[], until: number): void {
  const first = lines[0]!;
  const others = skills.filter((service) => service !== first.service && minutesOf(service.segments) <= 50);
  if (others.length === 0) return;
  const from = first.to + Math.max(first.service.after ?? 0, 0);
  const service = throws.pick(others);
  const to = from + minutesOf(service.segments);
  if (to <= until) lines.push({ service, from, to });
}
