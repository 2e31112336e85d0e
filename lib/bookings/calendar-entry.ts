import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { BookingStatus } from "@/db/schema/bookings";
import type { Language } from "@/lib/platform/format";
import { calendarWords } from "./calendar-words";
import type { Ticket } from "./get-ticket";

const over: ReadonlySet<BookingStatus> = new Set(["cancelled", "rejected", "expired", "no_show"]);

function statusOf(status: BookingStatus): ICalEventStatus {
  if (over.has(status)) return ICalEventStatus.CANCELLED;
  return status === "requested" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/**
 * A booking for the customer's own calendar. Its name there never changes and each step counts one more, so that the
 * file fetched again after a move or a cancellation replaces what was there.
 */
export function calendarEntry(ticket: Ticket, link: string, language: Language): string {
  const words = calendarWords[language];
  const { id, tenant, lines, status, reference, steps } = ticket;
  const what = lines.map(({ serviceName }) => serviceName).join(", ");
  const calendar = ical({
    prodId: { company: "ClientPulse", product: "Bookings", language: language.toUpperCase() },
    method: over.has(status) ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@clientpulse`,
    sequence: steps,
    stamp: new Date(ticket.changedAt),
    lastModified: new Date(ticket.changedAt),
    // Dates are instants, which the library writes as UTC: no zone to be misread.
    start: new Date(ticket.startsAt),
    end: new Date(ticket.endsAt),
    summary: words.at(what, tenant.name),
    location: `${tenant.name}, ${tenant.city}`,
    description: [
      ...lines.map(({ serviceName, staffName }) => words.with(serviceName, staffName)),
      `${words.reference(reference)}. ${words.questions(tenant.phone)}`,
      words.change(link),
    ].join("\n"),
    url: link,
    status: statusOf(status),
  });
  return calendar.toString();
}
