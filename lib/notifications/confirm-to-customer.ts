import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { bookingToken, payHref } from "@/lib/bookings/booking-token";
import { env } from "@/lib/platform/env";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { inWishedWays, type Reached } from "./in-wished-ways";
import { timesWords } from "./internal/times-words";
import type { OutgoingMessage } from "./queue-message";

type Confirmed = Reached & {
  id: string;
  reference: string;
  status: BookingStatus;
  starts_at: string;
  expires_at: string | null;
  house: string;
  time_zone: string;
  services: string;
  /** They waited for it. */
  is_offer: boolean;
  deposit_minor: string | null;
  deposit: "due" | "paid" | "waived" | null;
  currency: string;
  series_id: string | null;
  series_weeks: number | null;
};

/** What ended before it could be told is told as what has become of it, see tell-customer. */
const ended: ReadonlySet<BookingStatus> = new Set(["cancelled", "rejected", "expired"]);

/** Each customer's confirmation on the ways they want, once per booking or series and way however often the job runs. */
export async function confirmToCustomer(
  scope: Scope,
  placed: readonly { bookingId: string }[],
): Promise<OutgoingMessage[]> {
  const ids = `{${placed.map(({ bookingId }) => bookingId).join(",")}}`;
  const booked = await scope.tx.execute<Confirmed>(sql`
    select b.id, b.reference, b.status, b.starts_at, b.expires_at, c.phone, c.email, c.wishes, c.id as customer_id, t.name as house,
      t.time_zone, b.deposit_minor, b.deposit, b.currency, b.series_id, b.series_weeks,
      exists (select 1 from waitlist_offers o where o.tenant_id = b.tenant_id and o.booking_id = b.id) as is_offer,
      (select string_agg(l.service_name, ', ' order by l.position) from booking_lines l
        where l.tenant_id = b.tenant_id and l.booking_id = b.id) as services
    from bookings b
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join tenants t on t.id = b.tenant_id
    where b.tenant_id = ${scope.tenantId} and b.id in (
      select unnest(${ids}::uuid[])
      union select other.id from bookings s join bookings other
        on other.tenant_id = s.tenant_id and other.series_id = s.series_id
        where s.tenant_id = ${scope.tenantId} and s.id = any(${ids}::uuid[]) and s.series_id is not null)
    order by b.created_at, b.starts_at, b.id`);
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
  const { house, services, time_zone, series_weeks: weeks } = first;
  const times = timesWords(
    all.map(({ starts_at }) => starts_at),
    time_zone,
  );
  const link = `${env().APP_URL}/b/${bookingToken(first.id)}`;
  return inWishedWays(first, {
    template: "series-placed",
    subject: `${house}: ${all.length === 1 ? "1 booking" : `${all.length} bookings`}`,
    body: `${house} expects you for ${services}${all.length === 1 ? "" : ` every ${weeks === 1 ? "week" : `${weeks} weeks`}`} ${times}. ${link}`,
    dedupeKey: `series-placed ${first.series_id}`,
  });
}

function confirmation({ id, house, services, reference, status, ...booking }: Confirmed): OutgoingMessage[] {
  if (ended.has(status)) return [];
  // What was paid or waived before it could be told is told as that, see tell-customer.
  if (booking.deposit !== null && booking.deposit !== "due") return [];
  const when = formatDayTime(booking.starts_at, booking.time_zone);
  const token = bookingToken(id);
  const link = `${env().APP_URL}/b/${token}`;
  if (booking.deposit)
    return inWishedWays(booking, {
      template: "booking-deposit",
      subject: `${house}: ${when}`,
      body: depositBody({ ...booking, house, services, deposit_minor: booking.deposit_minor! }, token),
      dedupeKey: `booking-deposit ${id}`,
    });
  return inWishedWays(booking, {
    template: "booking-placed",
    subject: `${house}: ${when}`,
    body:
      status === "held"
        ? `${sinceFree(booking, house)} keeps ${services}, ${when} for you until ${formatDayTime(booking.expires_at!, booking.time_zone)}. Say yes: ${link}`
        : `${house} ${status === "requested" ? "has your request for" : "expects you for"} ${services}, ${when}. Reference ${reference}. ${link}`,
    dedupeKey: `booking-placed ${id}`,
  });
}

const sinceFree = ({ is_offer }: Pick<Confirmed, "is_offer">, house: string): string =>
  is_offer ? `A time has come free. ${house}` : house;

type Awaiting = Pick<Confirmed, "house" | "services" | "starts_at" | "expires_at" | "time_zone" | "currency"> & {
  deposit_minor: string;
  is_offer: boolean;
};

/** What is paid, until when, and where. */
function depositBody(booking: Awaiting, token: string): string {
  const when = formatDayTime(booking.starts_at, booking.time_zone);
  const until = formatDayTime(booking.expires_at!, booking.time_zone);
  const amount = formatMoney(Number(booking.deposit_minor), booking.currency);
  return `${sinceFree(booking, booking.house)} keeps ${booking.services}, ${when} for you until ${until}. Pay ${amount} to book it: ${env().APP_URL}${payHref(token)}`;
}
