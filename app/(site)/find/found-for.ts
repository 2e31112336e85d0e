import "server-only";
import { openAt } from "@/app/book/_parts/opening";
import { readHours } from "@/lib/bookings/opening-hours";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import type { Language } from "@/lib/platform/format";
import { findOpenTenants, type OpenTenant } from "@/lib/tenancy/doors/find-open-tenants";

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
  return { rows, total, most };
}

function openingOf({ hours, timeZone }: OpenTenant, language: Language) {
  const at = now();
  const { days } = readHours(hours, addDays(localDate(at, timeZone), -1), 9);
  return openAt(days, timeZone, at, language);
}
