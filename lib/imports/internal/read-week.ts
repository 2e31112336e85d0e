import { hoursInput } from "@/lib/staff/input";
import type { Stretch } from "@/lib/staff/rules";
import { minuteOf, Wrong } from "./cells";

/** Sunday first, in English and Swahili, by what they begin with. */
const days = [
  /^(su|jumapili)/,
  /^(mo|jumatatu)/,
  /^(tu|jumanne)/,
  /^(we|jumatano)/,
  /^(th|alhamisi)/,
  /^(fr|ijumaa)/,
  /^(sa|jumamosi)/,
];
const everyDay = /^(daily|every ?day|kila siku)\b/;

/** `Mon–Fri 09:00–18:00; Sat 9-14`, `Daily 8am-8pm`, as stretches; nothing for nothing. */
export function weekIn(cell: string): Stretch[] {
  const parts = cell.split(/[;\n]|(?<=\d\s*(?:am|pm)?),(?=\s*[a-z])/i).flatMap((part) => part.trim() || []);
  const hours = parts.flatMap((part) => stretchesIn(part, cell));
  const read = hoursInput.pick({ hours: true }).safeParse({ hours });
  if (read.success) return read.data.hours;
  throw new Wrong(`Hours of a week ${read.error.issues[0]?.message ?? "are not right"}`);
}

function stretchesIn(part: string, all: string): Stretch[] {
  const first = part.search(/\d/);
  const on = first < 0 ? null : weekdaysIn(part.slice(0, first).toLowerCase().trim());
  const spans =
    first < 0
      ? []
      : part
          .slice(first)
          .split(/,|&|\band\b/)
          .map(spanIn);
  if (!on || spans.length === 0 || spans.some((span) => span === null))
    throw new Wrong(`Hours “${all.slice(0, 60)}” are not like Mon–Fri 09:00–18:00; Sat 9–14`);
  return on.flatMap((weekday) => spans.map((span) => ({ weekday, ...span! })));
}

function weekdaysIn(said: string): number[] | null {
  if (everyDay.test(said)) return days.map((_, day) => day);
  const parts = said.replace(/:$/, "").split(/\s*(?:,|&|\/|\band\b|\bna\b)\s*/);
  const found = parts.map((part) => {
    const ends = part
      .split(/\s*(?:-|–|—|\bto\b|\bhadi\b)\s*/)
      .map((word) => days.findIndex((day) => day.test(word.trim())));
    const [from = -1, to = from] = ends;
    if (from < 0 || to < 0 || ends.length > 2) return null;
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, more) => (from + more) % 7);
  });
  return found.some((one) => one === null) ? null : [...new Set(found.flatMap((one) => one ?? []))];
}

/** What ends at or before its beginning ends the next day. */
function spanIn(text: string): { from: number; to: number } | null {
  const [from, to, more] = text.split(/\s*(?:-|–|—|\bto\b|\bhadi\b)\s*/).map((end) => minuteOf(end));
  if (from == null || to == null || more !== undefined) return null;
  return { from, to: to <= from ? to + 1_440 : to };
}
