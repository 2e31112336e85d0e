import type { BookingStatus } from "@/db/schema/bookings";
import { bookingToken } from "@/lib/bookings/booking-token";
import { env } from "@/lib/platform/env";
import { formatDayTime } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { inWishedWays } from "./in-wished-ways";
import { depositMessage, keeperOf } from "./internal/deposit-message";
import { type Confirmed, placedBookings } from "./internal/placed-bookings";
import { timesWords } from "./internal/times-words";
import type { OutgoingMessage } from "./queue-message";
import { bookingWords } from "./words/booking";

/** What ended before it could be told is told as what has become of it, see tell-customer. */
const ended: ReadonlySet<BookingStatus> = new Set(["cancelled", "rejected", "expired"]);

/** Each customer's confirmation on the ways they want, once per booking or series and way however often the job runs. */
export async function confirmToCustomer(
  scope: Scope,
  placed: readonly { bookingId: string; imported?: { tells: boolean } }[],
): Promise<OutgoingMessage[]> {
  const booked = await placedBookings(
    scope,
    placed.flatMap(({ bookingId, imported }) => (imported?.tells === false ? [] : [bookingId])),
  );
  const alone = booked.filter(({ series_id }) => series_id === null);
  const ofSeries = booked.filter(({ series_id, status }) => series_id !== null && !ended.has(status));
  const series = [...new Set(ofSeries.map(({ series_id }) => series_id))];
  return [
    ...alone.flatMap(confirmation),
    ...series.flatMap((id) => confirmationOfSeries(ofSeries.filter(({ series_id }) => series_id === id))),
  ];
}

/** All dates in one message, which is the same whichever of them is told of first. */
function confirmationOfSeries(all: Confirmed[]): OutgoingMessage[] {
  const [first] = all;
  if (!first) return [];
  const { house, services, time_zone, language, series_weeks: weeks } = first;
  const say = bookingWords[language];
  const times = timesWords(
    all.map(({ starts_at }) => starts_at),
    time_zone,
    language,
  );
  const link = `${env().APP_URL}/b/${bookingToken(first.id)}`;
  return inWishedWays(first, {
    template: "series-placed",
    subject: `${house}: ${say.many(all.length)}`,
    body: `${all.length === 1 ? say.expectedAt(house, services, times) : say.everyWeeks(house, services, weeks ?? 1, times)} ${link}`,
    dedupeKey: `series-placed ${first.series_id}`,
  });
}

function confirmation({ id, house, services, reference, status, ...booking }: Confirmed): OutgoingMessage[] {
  if (ended.has(status)) return [];
  // What was paid or waived before it could be told is told as that, see tell-customer.
  if (booking.deposit !== null && booking.deposit !== "due") return [];
  const { time_zone: zone, language } = booking;
  const say = bookingWords[language];
  const when = formatDayTime(booking.starts_at, zone, language);
  const what = `${services}, ${when}`;
  const link = `${env().APP_URL}/b/${bookingToken(id)}`;
  if (booking.deposit) return depositMessage({ ...booking, id, house, services, reference, status });
  return inWishedWays(booking, {
    template: "booking-placed",
    subject: `${house}: ${when}`,
    body:
      status === "held"
        ? say.kept(keeperOf({ ...booking, house }), what, formatDayTime(booking.expires_at!, zone, language), link)
        : `${(status === "requested" ? say.requested : say.expected)(house, what)} ${say.reference(reference)} ${link}`,
    dedupeKey: `booking-placed ${id}`,
  });
}
