import { expect, test } from "vitest";
import { isShutOn, withDay, withHoliday, withoutDay } from "./rules";

const date = "2026-12-12";
const usually = { days: [], policy: {} };
const shutByRule = { days: [], policy: { closedOnHolidays: true } };
const wish = (open: boolean, isKnown = true) => ({ date, open, isKnown });

test("a holiday is shut by the rule for all, or by a word about itself", () => {
  expect([isShutOn(date, usually), isShutOn(date, shutByRule)]).toEqual([false, true]);
  expect(isShutOn(date, withHoliday(usually, wish(false)))).toBe(true);
  expect(isShutOn(date, { ...shutByRule, days: [[date, [[600, 840]]]] })).toBe(false);
});

test("one that is kept open is so by name, and is like the others again once it is shut", () => {
  const open = withHoliday(shutByRule, wish(true));
  expect(open).toEqual({ days: [], policy: { closedOnHolidays: true, openOnHolidays: [date] } });
  expect(isShutOn(date, open)).toBe(false);
  expect(withHoliday(open, wish(false))).toEqual(shutByRule);
});

test("opened where nothing is shut by rule, it is like any other day", () => {
  expect(withHoliday(withHoliday(usually, wish(false)), wish(true))).toEqual(usually);
});

test("one that was announced late is a date of its own, under either rule", () => {
  for (const rules of [usually, shutByRule]) {
    const shut = withHoliday(rules, wish(false, false));
    expect(shut.days).toEqual([[date, []]]);
    expect(withHoliday(shut, wish(true, false))).toEqual(rules);
  }
});

test("a date is said once", () => {
  const days = withDay(withDay([], date, []), date, [[600, 840]]);
  expect(days).toEqual([[date, [[600, 840]]]]);
  expect(withoutDay(days, date)).toEqual([]);
});
