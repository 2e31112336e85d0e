import "server-only";
import { languageHere } from "@/app/_server/language";
import { planVisit } from "@/lib/bookings/plan-visit";
import { formatDayTime } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { guest } from "../../_parts/tenant";
import { askedLines, type ChosenLine } from "../../_parts/visit";
import { readablePhone } from "../../_parts/words";
import { bookWords } from "../words";
import type { FormState } from "./form-state";

/** The chosen time is gone; what is free near it. */
export async function taken(
  alternatives: readonly { startsAt: string }[],
  tenant: PublicTenant,
  lines: readonly ChosenLine[],
): Promise<Pick<FormState, "alternatives" | "over" | "notice">> {
  const language = await languageHere();
  const words = bookWords[language];
  const people: string[] = lines.length > 1 ? await whoWould(tenant, lines, alternatives, words.andThen) : [];
  return {
    alternatives: alternatives.map(({ startsAt }, at) => ({
      startsAt,
      label: formatDayTime(startsAt, tenant.timeZone, language),
      who: people[at] ?? "",
    })),
    over: alternatives.length === 0,
    notice: {
      title: words.taken,
      text: alternatives.length > 0 ? words.takenNearest : words.takenNone(readablePhone(tenant.phone)),
    },
  };
}

/** Of a visit of several services who would do them at each of these times, in their order. */
const whoWould = (
  tenant: PublicTenant,
  lines: readonly ChosenLine[],
  times: readonly { startsAt: string }[],
  then: string,
) =>
  readTenant(tenant.id, guest, async (scope) => {
    const said: string[] = [];
    for (const { startsAt } of times) {
      const plan = await planVisit(scope, { lines: askedLines(lines), startsAt: new Date(startsAt) });
      const names = plan.ok ? plan.value.lines.map(({ staffName }) => staffName) : [null];
      said.push(names.includes(null) ? "" : [...new Set(names)].join(then));
    }
    return said;
    // The times themselves are worth more than who it would be.
  }).catch(() => []);
