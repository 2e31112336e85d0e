import { addDays, daysBetween, localDate, weekdayOf } from "@/lib/platform/calendar";
import type { DemoBusiness } from "./businesses";
import { type DemoCustomer, pastDays } from "./people";
import { type Dice, dice } from "./stable";
import { clock } from "./wall-clock";

/** When one of the regulars comes: from when until when, every so many days, and the place of whom they like best. */
export type Habit = { person: DemoCustomer; next: string; until: string; every: number; likes: number };

/** In days: nobody finds another house sooner. */
const loyalDays = 140;
const firstDays = 24;
/** From January on: who comes sooner than usual, and who saves after Christmas. */
const seasons = [0.72, 0.9, 1, 1.12, 0.95, 0.95, 1, 1.12, 0.95, 1, 1.08, 1.35];
/** From Sunday on: how likely somebody whose time it is comes that day, and not a day later. */
const weekdays = [0.3, 0.4, 0.4, 0.45, 0.55, 0.85, 1];

/** Nearly half of the regulars have come since the house opened, the others since somebody told them of it. */
export function fromBeginning(person: DemoCustomer, from: string, { timeZone }: DemoBusiness): DemoCustomer {
  const throws = dice(`beginning ${person.id}`);
  const isFirst = throws.chance(0.45) || localDate(person.createdAt, timeZone) < from;
  const day = addDays(from, throws.between(0, firstDays));
  return isFirst ? { ...person, createdAt: clock(day, 450, timeZone) } : person;
}

/** Some of those who came for long have found another house. */
export const hasStopped = ({ id, createdAt }: DemoCustomer, since: string, { timeZone }: DemoBusiness): boolean =>
  dice(`stopped ${id}`).chance(0.35) && daysBetween(localDate(createdAt, timeZone), since) > loyalDays;

/** Of somebody who was known by the last of these days. */
export function habitOf(person: DemoCustomer, to: string, stopped: boolean, { timeZone }: DemoBusiness): Habit {
  const throws = dice(`habit ${person.id}`);
  const next = addDays(localDate(person.createdAt, timeZone), 1);
  const share = 0.15 + 0.85 * Math.sqrt(throws.roll());
  const until = stopped ? addDays(next, Math.floor(daysBetween(next, to) * share)) : to;
  const every = throws.chance(0.55) ? throws.between(8, 15) : throws.between(18, 45);
  return { person, next, until, every, likes: throws.between(0, 99) };
}

/** How full a day is of a house that grew, before the week in which a demo begins: four weeks before it a good third. */
export const shareOf = (date: string, since: string): number =>
  Math.min(1, 0.35 + Math.max(0, pastDays - daysBetween(date, since)) * 0.016);

export const comesOn = (date: string, roll: number): boolean => roll < weekdays[weekdayOf(date)]!;

/** In so many days they come again: sooner before Christmas, nobody to the day, and now and then not until the time after. */
export function gapAfter({ every }: Habit, date: string, throws: Dice): number {
  const missed = throws.chance(0.1) ? 2 : 1;
  const usual = (missed * every) / seasons[Number(date.slice(5, 7)) - 1]!;
  return Math.max(5, Math.round(usual * (0.8 + 0.4 * throws.roll())));
}
