import { bookingToken, payHref } from "@/lib/bookings/booking-token";
import { env } from "@/lib/platform/env";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { inWishedWays } from "../in-wished-ways";
import type { OutgoingMessage } from "../queue-message";
import { bookingWords } from "../words/booking";
import type { Confirmed } from "./placed-bookings";

/** Who keeps the time, and why just now. */
export const keeperOf = ({ is_offer, house, language }: Pick<Confirmed, "is_offer" | "house" | "language">): string =>
  is_offer ? bookingWords[language].cameFree(house) : house;

/** What is to be paid, until when, and where. `once`: sent again it is another message. */
export function depositMessage(booking: Confirmed, once = ""): OutgoingMessage[] {
  const { id, services, time_zone: zone, currency, language } = booking;
  const when = formatDayTime(booking.starts_at, zone, language);
  const until = formatDayTime(booking.expires_at!, zone, language);
  const amount = formatMoney(Number(booking.deposit_minor), currency);
  const link = `${env().APP_URL}${payHref(bookingToken(id))}`;
  return inWishedWays(booking, {
    template: "booking-deposit",
    subject: `${booking.house}: ${when}`,
    body: bookingWords[language].payToBook(keeperOf(booking), `${services}, ${when}`, until, amount, link),
    dedupeKey: `booking-deposit ${id}${once}`,
  });
}
