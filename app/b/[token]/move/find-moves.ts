import "server-only";
import { languageHere } from "@/app/_server/language";
import { guest } from "@/app/book/_parts/tenant";
import { type Fortnight, fortnight } from "@/app/book/[slug]/times/fortnight";
import { anyoneId, type Choice, staffChoices } from "@/app/book/[slug]/times/staff-chooser";
import { bookWords } from "@/app/book/[slug]/words";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { mostDays } from "@/lib/bookings/input";
import { listMoveTimes } from "@/lib/bookings/list-move-times";
import { inDays } from "@/lib/bookings/list-open-slots";
import { openingHours } from "@/lib/bookings/opening-hours";
import { addDays, localDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { listOffers } from "@/lib/staff/list-offers";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { ticketWords } from "../words";

type Wish = { staff: string | undefined; day: string | null; from: string | null };

export type Moves = {
  fortnight: Fortnight;
  choices: Choice[];
  current: string;
  /** The choice that changes nobody. */
  asBooked: string;
  /** Whoever was to do it has no time left, or is no longer here: these are with somebody else. */
  away: boolean;
  shut: ReadonlyMap<string, string>;
};

/** Where a booking could go: with the one who has it now, with somebody else who does it, or with anyone. */
export async function findMoves(ticket: Ticket, wish: Wish): Promise<Moves> {
  const { id, lines, startsAt, currency } = ticket;
  const { timeZone } = ticket.tenant;
  const language = await languageHere();
  const anyone: Choice = { id: anyoneId, label: bookWords[language].anyone };
  const today = localDate(now(), timeZone);
  const dates = { from: today, to: addDays(today, mostDays - 1) };
  return readTenant(ticket.tenant.id, guest, async (scope) => {
    const [only, ...more] = lines;
    const offers =
      only && more.length === 0 ? ((await listOffers(scope, [only.serviceId])).get(only.serviceId) ?? []) : [];
    const asBooked = only && more.length === 0 ? only.staffId : "as_booked";
    // The price stays as it was agreed, whoever does it.
    const people = staffChoices(offers, currency).map(({ id, label }) => ({ id, label }));
    const choices =
      more.length > 0 ? [{ id: asBooked, label: ticketWords[language].asBooked }, anyone] : [anyone, ...people];
    const wished = choices.some(({ id }) => id === wish.staff) ? wish.staff! : asBooked;
    const timesWith = (who: string) =>
      listMoveTimes(scope, { id, dates, channel: "public", staffId: who === asBooked ? undefined : who });
    const [asked, hours] = await Promise.all([timesWith(wished), openingHours(scope, today, mostDays)]);
    const away = !wish.staff && !(asked.ok && asked.value.length > 0);
    const [found, current] = away ? [await timesWith(anyone.id), anyone.id] : [asked, wished];
    // Where it is already it need not go, unless to somebody else.
    const slots = (found.ok ? found.value : []).filter(
      (slot) => slot.startsAt !== startsAt || (current !== asBooked && current !== anyone.id),
    );
    const day = wish.day ?? (wish.from ? null : localDate(new Date(startsAt), timeZone));
    const shut = hours.days
      .filter(({ windows }) => windows.length === 0)
      .map(({ date, reason }) => [date, reason] as const);
    return {
      fortnight: fortnight(inDays(slots, dates, timeZone), { day, from: wish.from }),
      choices: choices.length > 2 || more.length > 0 ? choices : [],
      current,
      asBooked,
      away,
      shut: new Map(shut),
    };
  });
}
