import { kenyanHolidays } from "@/lib/availability/holidays";
import { addDays, addMonths, localDate } from "@/lib/platform/calendar";
import { type Placed, place, suits } from "./booking-rows";
import type { DemoBusiness } from "./businesses";
import { type PlannedBooking, planDay } from "./day-plan";
import { comesOn, gapAfter, type Habit, habitOf, hasStopped } from "./habits";
import type { DemoCustomer } from "./people";
import { type Dice, dice } from "./stable";
import { collides, type Taken, unitsTaken } from "./taken";

type Days = { from: string; to: string };

/** The first day of the house: whole months, so that each of the last twelve has one of the year before beside it. */
export const pastFrom = (today: string): string => addMonths(`${today.slice(0, 7)}-01`, -13);

/** Public holidays of some days; the house was shut. */
export const holidaysIn = ({ from, to }: Days) =>
  [Number(from.slice(0, 4)), Number(from.slice(0, 4)) + 1]
    .flatMap(kenyanHolidays)
    .filter(({ date }) => date >= from && date <= to);

/** A year of a house that grew: each day some of what its people could have done, for those whose time to come it was. */
export function planPast(
  business: DemoBusiness,
  people: DemoCustomer[],
  { from, to }: Days,
  { since, now }: { since: string; now: Date },
): Placed[] {
  const shut = new Set(holidaysIn({ from, to }).map(({ date }) => date));
  const habits = people
    .filter(({ createdAt }) => localDate(createdAt, business.timeZone) < to)
    .map((person) => habitOf(person, to, hasStopped(person, since, business), business));
  const placed: Placed[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (shut.has(date)) continue;
    const throws = dice(`past ${business.slug} ${date}`);
    const due = habits.filter(({ next, until }) => next <= date && date <= until);
    const going = due.filter(() => comesOn(date, throws.roll()));
    placed.push(...dayOf(business, date, going, throws, now));
  }
  return placed;
}

function dayOf(business: DemoBusiness, date: string, going: Habit[], throws: Dice, now: Date): Placed[] {
  const free = planDay(business, date, date);
  const busy: Taken[] = [];
  return going.flatMap((habit) => {
    const { person } = habit;
    const liked = business.staff[habit.likes % business.staff.length];
    const suiting = free.filter((plan) => suits(plan, person) && isFree(plan, date, business, busy));
    const theirs = suiting.filter(({ staff }) => staff === liked);
    if (suiting.length === 0) return [];
    const plan = throws.pick(theirs.length > 0 && throws.chance(0.7) ? theirs : suiting);
    free.splice(free.indexOf(plan), 1);
    if (!plan.cancelled) busy.push(...unitsTaken(plan, date, business));
    habit.next = addDays(date, plan.cancelled ? throws.between(2, 6) : gapAfter(habit, date, throws));
    const booked = place(business, date, plan, person, throws, now);
    // Nobody booked before they were known.
    const made = Math.max(booked.row.created_at.getTime(), person.createdAt.getTime());
    return [{ ...booked, row: { ...booked.row, created_at: new Date(made) } }];
  });
}

const isFree = (plan: PlannedBooking, date: string, business: DemoBusiness, busy: Taken[]): boolean =>
  plan.cancelled || !collides(plan, date, business, busy);
