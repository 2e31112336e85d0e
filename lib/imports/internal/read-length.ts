import { Wrong } from "./cells";

/** `90`, `90 min`, `1:30`, `1h 30m`, `1.5 h` or `1 hr` as minutes. */
export function lengthIn(label: string, cell: string): number {
  const text = cell.toLowerCase().replaceAll(/\s+/g, "");
  const clock = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const minutes = /^(\d{1,4})(m|mins?|minutes?|dk|dakika)?$/.exec(text);
  if (minutes) return Number(minutes[1]);
  const hours = /^(\d{1,2}(?:[.,]\d+)?)(?:h|hrs?|hours?|saa)(?:and)?(?:(\d{1,2})(?:m|mins?|minutes?)?)?$/.exec(text);
  if (hours) return Math.round(Number(hours[1]!.replace(",", ".")) * 60) + Number(hours[2] ?? 0);
  throw new Wrong(cell === "" ? `${label} are missing` : `${label} “${cell}” are no time like 90 or 1:30`);
}
