"use client";

import { useAct } from "@/app/_components/data/use-act";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import { seriesTimes } from "@/lib/bookings/rules";
import { formatDay, formatMoney } from "@/lib/platform/format";
import { place } from "./desk-actions";
import { placeSeries } from "./series-actions";
import type { Series } from "./use-series";

/** What was made of it, and how that is said. */
type Placed = { id: string; words: string };

type Wish = { lines: object[]; startsAt: string; customer: Record<string, unknown>; key: string };

/** Books a visit once or as often as it comes round. */
export function usePlace() {
  const say = useSay();
  const act = useAct("bookings");
  const once = async (
    wish: Wish & { holdMinutes?: number; askDeposit?: boolean; anyway?: object },
  ): Promise<ActionAnswer<Placed>> => {
    const answer = await act((tenantId) => place(tenantId, wish));
    if (!answer.ok) return answer;
    const { id, status, deposit } = answer.value;
    const words = deposit
      ? say("Held until {amount} is paid", { amount: formatMoney(deposit.amountMinor, deposit.currency) })
      : status === "held"
        ? say("The time is held")
        : say("Booked");
    return { ok: true, value: { id, words } };
  };
  const asSeries = async (wish: Wish, series: Series, who: string): Promise<ActionAnswer<Placed>> => {
    if (!wish.startsAt)
      return { ok: false, problem: say("Choose a time."), fields: { startsAt: [say("choose a time")] } };
    if (series.failed) return { ok: false, problem: say("The dates could not be loaded. Try again in a moment.") };
    if (!series.days) return { ok: false, problem: say("The dates are still being looked up.") };
    const { unresolved } = series;
    if (!unresolved && series.count < seriesTimes.least)
      return {
        ok: false,
        problem: say("Only one date is left: book it once, or choose another time for one of the others."),
      };
    if (unresolved)
      return {
        ok: false,
        problem: say("{day} is not free: choose another time, or leave it out.", {
          day: formatDay(`${unresolved.date}T12:00:00Z`, "UTC", say.language),
        }),
        fields: { [`instead-${unresolved.date}`]: [say("needs another time, or to be left out")] },
      };
    // Whoever is known by a number that was typed may be served by somebody at another price: only what was shown is said.
    const isSeen = "customerId" in wish.customer || !wish.customer.phone;
    const seen = isSeen ? { seen: { totalMinor: series.totalMinor, terms: series.days.terms } } : {};
    const answer = await act((tenantId) => placeSeries(tenantId, { ...wish, ...series.asked, ...seen }));
    if (!answer.ok) return answer;
    const { bookings, weeks } = answer.value;
    const words = say("{many} bookings {weeks, plural, one {every week} other {every {weeks} weeks}} for {who}", {
      many: bookings.length,
      weeks,
      who,
    });
    return { ok: true, value: { id: bookings[0]!.id, words } };
  };
  return { once, asSeries };
}
