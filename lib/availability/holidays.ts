/** A public holiday and the date on which it is kept. */
export type Holiday = { date: string; name: string };

const fixed = [
  ["01-01", "New Year's Day"],
  ["05-01", "Labour Day"],
  ["06-01", "Madaraka Day"],
  ["10-10", "Mazingira Day"],
  ["10-20", "Mashujaa Day"],
  ["12-12", "Jamhuri Day"],
  ["12-25", "Christmas Day"],
  ["12-26", "Boxing Day"],
] as const;

/**
 * Kenya's public holidays of a year, in order. One that falls on a Sunday is kept on the next day that is none. The days
 * of Idd follow the moon and are announced shortly before: a business enters those as a date on which it is shut.
 */
export function kenyanHolidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  const named = [
    ...fixed.map(([day, name]) => ({ at: Date.parse(`${year}-${day}`), name })),
    { at: easter - 2 * dayMs, name: "Good Friday" },
    { at: easter + dayMs, name: "Easter Monday" },
  ].sort((a, b) => a.at - b.at);
  const taken = new Set(named.filter(({ at }) => !isSunday(at)).map(({ at }) => at));
  return named
    .map(({ at, name }) => {
      let kept = at;
      while (isSunday(kept) || (kept !== at && taken.has(kept))) kept += dayMs;
      if (kept !== at) taken.add(kept);
      return { date: new Date(kept).toISOString().slice(0, 10), name };
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}

const dayMs = 86_400_000;
const isSunday = (at: number) => new Date(at).getUTCDay() === 0;

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return Date.UTC(year, month - 1, day);
}
