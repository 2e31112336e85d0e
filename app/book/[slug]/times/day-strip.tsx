import { languageHere } from "@/app/_server/language";
import { formatDay, type Language } from "@/lib/platform/format";
import { Back, Forward } from "../../_parts/icons";
import { SoftLink } from "../../_parts/soft-link";
import { bookWords } from "../words";
import { type Fortnight, isFree } from "./fortnight";

type Props = {
  fortnight: Fortnight;
  shut: ReadonlyMap<string, string>;
  hrefOf: (to: { day?: string; from?: string }) => string;
};

/** Two weeks as two rows of seven: all of it is in view on the narrowest phone. */
export async function DayStrip({ fortnight, shut, hrefOf }: Props) {
  const language = await languageHere();
  const said = bookWords[language];
  const weekdays = said.weekdays.split(" ");
  const words = (date: string) => formatDay(`${date}T12:00:00Z`, "UTC", language);
  const { days, day: shown, earlier, later } = fortnight;
  return (
    <nav aria-label={said.day}>
      <div className="flex items-center justify-between pb-1">
        <p className="text-sm text-quiet">{months(days[0]!.date, days.at(-1)!.date, language)}</p>
        <div className="-mr-2 flex">
          <WeekLink href={earlier && hrefOf({ from: earlier })} label={said.earlier}>
            <Back />
          </WeekLink>
          <WeekLink href={later && hrefOf({ from: later })} label={said.later}>
            <Forward />
          </WeekLink>
        </div>
      </div>
      <ul className="grid grid-cols-7 gap-0.5 sm:gap-1">
        {days.map((day) => {
          const date = new Date(day.date);
          const [weekday, number] = [weekdays[date.getUTCDay()], date.getUTCDate()];
          const free = isFree(day);
          return (
            <li key={day.date}>
              <SoftLink
                // The strip stays where it is under the finger.
                href={hrefOf({ day: day.date, from: days[0]!.date })}
                stay
                aria-label={`${words(day.date)}, ${free ? said.manyFree(day.slots.length) : shut.has(day.date) ? said.closed : said.nothingFree}`}
                aria-current={day.date === shown?.date ? "date" : undefined}
                className={`flex h-14 flex-col items-center justify-center rounded-control transition-colors aria-[current]:bg-surface aria-[current]:ring-2 aria-[current]:ring-ink aria-[current]:ring-inset ${
                  free ? "font-medium hover:bg-wash" : "text-quiet hover:bg-wash"
                }`}
              >
                <span className="text-sm font-normal">{weekday}</span>
                <span className={`tabular-nums ${free ? "" : "line-through decoration-1"}`}>{number}</span>
              </SoftLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function WeekLink({ href, label, children }: { href: string | null; label: string; children: React.ReactNode }) {
  const shape = "grid size-11 place-items-center rounded-control";
  if (!href) {
    return (
      <span aria-hidden="true" className={`${shape} text-quiet opacity-40`}>
        {children}
      </span>
    );
  }
  return (
    <SoftLink href={href} aria-label={label} stay className={`${shape} hover:bg-wash`}>
      {children}
    </SoftLink>
  );
}

/** `November 2026`, or `November – December 2026` */
function months(from: string, to: string, language: Language): string {
  const month = (date: string) =>
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { month: "long", timeZone: "UTC" }).format(
      new Date(date),
    );
  const [first, last] = [month(from), month(to)];
  return `${first === last ? first : `${first} – ${last}`} ${to.slice(0, 4)}`;
}
