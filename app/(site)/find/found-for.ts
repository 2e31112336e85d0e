import "server-only";
import { openAt } from "@/app/book/_parts/opening";
import { readHours } from "@/lib/bookings/opening-hours";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDay, formatTime, type Language } from "@/lib/platform/format";
import { findOpenTenants, type OpenTenant } from "@/lib/tenancy/doors/find-open-tenants";
import { siteWords } from "../_parts/site-words";
import { nextTimes } from "./next-times";

export type Asked = { search: string; kind: string | undefined; isOpenNow: boolean; skip: number };

const perPage = 20;
/** Whoever wants open ones only is shown those among so many at once: nobody counts all clocks for one page. */
const lookedThrough = 60;

/** Those of this part of the list, and of how many it is a part. */
export async function foundFor({ search, kind, isOpenNow, skip }: Asked, language: Language) {
  const most = isOpenNow ? lookedThrough : perPage;
  const { found, total } = await findOpenTenants({ words: search, businessType: kind, skip, most });
  const rows = found
    .map((business) => ({ business, opening: openingOf(business, language) }))
    .filter(({ opening }) => !isOpenNow || opening.open);
  const times = await nextTimes(rows.map(({ business }) => business.slug));
  const nextFree = ({ slug, timeZone }: OpenTenant) => nextWords(times.get(slug), timeZone, language);
  return { rows: rows.map((row) => ({ ...row, nextFree: nextFree(row.business) })), total, most };
}

/** `Next free: today 14:00`, by the clocks of the house; nothing where it is not known. */
function nextWords(startsAt: string | undefined, timeZone: string, language: Language): string | null {
  if (!startsAt) return null;
  const words = siteWords[language];
  const [date, today] = [localDate(new Date(startsAt), timeZone), localDate(now(), timeZone)];
  const near = date === today ? words.today : date === addDays(today, 1) ? words.tomorrow : null;
  return words.nextFree(near ?? formatDay(startsAt, timeZone, language), formatTime(startsAt, timeZone));
}

function openingOf({ hours, timeZone }: OpenTenant, language: Language) {
  const at = now();
  const { days } = readHours(hours, addDays(localDate(at, timeZone), -1), 9);
  return openAt(days, timeZone, at, language);
}
