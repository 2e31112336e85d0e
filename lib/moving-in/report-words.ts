import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { type HouseReport, isWrong, measures, type Report, type Sum } from "./report";

/** So many rows of one kind are named in the terminal; the file of the report has all of them. */
const mostNamed = 60;
const timeZone = "Africa/Nairobi";

const column = (words: string | number, wide: number): string => String(words).padEnd(wide);
const figure = (words: string, wide: number): string => words.padStart(wide);

/** What one business's rows have become, for a terminal. */
export const houseWords = (house: HouseReport): string[] =>
  house.failed === null
    ? broughtWords(house)
    : ["", `${house.name}  ·  NOT BROUGHT`, `  Nothing of it was kept: ${house.failed}`];

const broughtWords = (house: HouseReport): string[] => [
  "",
  `${house.name}  ·  /book/${house.slug}`,
  ...Object.entries(house.counts).map(([model, many]) => {
    const parts = Object.entries(many).map(([fate, rows]) => `${rows} ${fateWords[fate as keyof typeof fateWords]}`);
    return `  ${column(model, 28)}${parts.join(", ")}`;
  }),
  "",
  `  ${column("Before and after", 28)}${["in the dump", "refused", "merged", "adjusted", "here before", "came in"].map((words) => figure(words, 17)).join("")}`,
  ...house.sums.map((sum) => `  ${sumWords(sum)}`),
  ...listed("Refused", house, "refused"),
  ...listed("Merged", house, "merged"),
  ...listed("Changed in the old system since it came in", house, "changed"),
  ...listed("To be known", house, "told"),
  ...overlapWords(house),
  ...sampleWords(house),
];

const fateWords = {
  brought: "brought",
  already: "here before",
  changed: "here before, changed there since",
  merged: "merged",
  refused: "refused",
};

function sumWords({ measure, kind, before, refused, merged, adjusted, earlier, now, off }: Sum): string {
  const { label, money } = measures[measure];
  const words = (amount: number) => figure(money ? formatMoney(amount, "KES") : String(amount), 17);
  const figures = [before, 0 - refused, 0 - merged, adjusted, 0 - earlier, now].map(words).join("");
  return `${column(kind ? `${label}, ${kind.replace("_", " ")}` : label, 28)}${figures}${off === 0 ? "" : `   OFF BY ${words(off).trim()}`}`;
}

function listed(title: string, { remarks }: HouseReport, fate: string): string[] {
  const all = remarks.filter((one) => one.fate === fate);
  if (all.length === 0) return [];
  const named = all.slice(0, mostNamed).map(({ model, oldId, words }) => `    ${model} ${oldId.slice(0, 8)}: ${words}`);
  const more = all.length - named.length;
  return [
    "",
    `  ${title} (${all.length})`,
    ...named,
    ...(more > 0 ? [`    and ${more} more: see the file of --report`] : []),
  ];
}

function overlapWords({ overlaps }: HouseReport): string[] {
  if (overlaps.length === 0) return [];
  return [
    "",
    `  Bookings that lie over another one, marked as overbooked (${overlaps.length})`,
    ...overlaps
      .slice(0, mostNamed)
      .map(({ startsAt, staff }) => `    ${formatDayTime(startsAt, timeZone)} with ${staff}`),
  ];
}

function sampleWords({ samples }: HouseReport): string[] {
  if (samples.length === 0) return [];
  return [
    "",
    "  Are these the right times? Their owner is asked once more at the first sign-in.",
    ...samples.map(
      ({ startsAt, customer, service, staff }) =>
        `    ${column(formatDayTime(startsAt, timeZone), 24)}${customer}, ${service}, with ${staff}`,
    ),
  ];
}

/** What belongs to no business, and how it went as a whole. */
export const endWords = ({ dryRun, isRight, houses, strays, left }: Report): string[] => [
  ...(strays.length > 0 ? ["", `Belongs to no business of the dump (${strays.length})`] : []),
  ...strays.slice(0, mostNamed).map(({ model, oldId, why }) => `  ${model} ${oldId.slice(0, 8)}: ${why}`),
  ...(left.length > 0 ? ["", "Not brought"] : []),
  ...left.map(({ model, rows, why }) => `  ${column(`${model} (${rows})`, 30)}${why}`),
  "",
  isRight
    ? dryRun
      ? "Nothing was written: this was a dry run."
      : "Everything adds up."
    : `${names(houses.filter(isWrong))}: it does not add up, or could not be brought. Nothing of it was kept.`,
];

const names = (houses: readonly HouseReport[]): string => houses.map(({ name }) => name || "Unnamed").join(", ");
