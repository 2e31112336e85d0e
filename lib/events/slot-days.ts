import { addDays, localDate } from "@/lib/platform/calendar";
import type { DomainEvent } from "./catalogue";
import type { EventName } from "./rules";

/**
 * What an event does to the times that can be booked: those around one visit, those of the whole house, or none. The queue
 * is today's: it takes no time from anybody, but those who stand in it look on.
 */
const effects: Record<EventName, "visit" | "house" | "today" | "none"> = {
  "booking.placed": "visit",
  // It had its time already.
  "booking.confirmed": "none",
  "booking.rejected": "visit",
  "booking.expired": "visit",
  "booking.cancelled": "visit",
  // A no-show who comes after all takes the rest of the time again.
  "booking.arrived": "visit",
  "booking.started": "none",
  "booking.completed": "visit",
  "booking.missed": "visit",
  "booking.moved": "visit",
  "booking.resized": "visit",
  "booking.restored": "visit",
  "visit.corrected": "none",
  "booking.released": "visit",
  "booking.extended": "none",
  "booking.proposed": "none",
  "booking.agreed": "visit",
  "booking.disagreed": "none",
  // It may have been lost meanwhile, and stand again.
  "booking.paid": "visit",
  "deposit.waived": "none",
  "fee.waived": "none",
  "sale.opened": "none",
  "sale.changed": "none",
  "sale.closed": "none",
  "sale.reopened": "none",
  "sale.voided": "none",
  "sale.refunded": "none",
  "refund.asked": "none",
  "refund.declined": "none",
  "drawer.opened": "none",
  "drawer.changed": "none",
  "drawer.closed": "none",
  "day.closed": "none",
  "earnings.changed": "none",
  "rates.changed": "none",
  "advance.changed": "none",
  "payroll.closed": "none",
  "payslip.paid": "none",
  "expense.changed": "none",
  "points.changed": "none",
  "reward.changed": "none",
  "rewards.set": "none",
  "voucher.changed": "none",
  "referral.changed": "none",
  "stock.moved": "none",
  "stock.low": "none",
  "stock.counted": "none",
  "recipe.changed": "none",
  "product.changed": "none",
  "till.changed": "none",
  "slot.held": "visit",
  "slot.freed": "visit",
  "ticket.taken": "today",
  "ticket.called": "today",
  "ticket.skipped": "today",
  "ticket.served": "today",
  "ticket.left": "today",
  "ticket.restored": "today",
  "waitlist.joined": "none",
  "waitlist.looked": "none",
  "waitlist.left": "none",
  "time.blocked": "visit",
  "time.unblocked": "visit",
  "payment.asked": "none",
  "payment.awaited": "none",
  "payment.answered": "none",
  "payment.settled": "none",
  "payment.failed": "none",
  "payment.doubted": "none",
  "payment.verified": "none",
  "payment.denied": "none",
  "payment.looked": "none",
  "money.arrived": "none",
  "money.sorted": "none",
  "refund.changed": "none",
  "mpesa.changed": "none",
  "customer.added": "none",
  "customer.noted": "none",
  "consent.changed": "none",
  "customer.erased": "none",
  "customers.merged": "none",
  "customers.parted": "none",
  "customers.distinguished": "none",
  "import.moved": "none",
  "house.moved": "house",
  "privacy.changed": "none",
  "review.written": "none",
  "review.changed": "none",
  "gallery.changed": "none",
  "logo.changed": "none",
  "conversation.written": "none",
  "conversation.answered": "none",
  "conversation.read": "none",
  "enquiry.received": "none",
  "enquiry.changed": "none",
  "testimonial.changed": "none",
  "testimonial.received": "none",
  "customer.changed": "none",
  "segment.changed": "none",
  "notification.read": "none",
  "message.queued": "none",
  "member.invited": "none",
  "member.joined": "none",
  "member.changed": "none",
  "member.removed": "none",
  "invitation.revoked": "none",
  "staff.added": "house",
  "staff.changed": "house",
  "service.added": "house",
  "service.changed": "house",
  "services.arranged": "none",
  "booking.asked": "none",
  "booking.kept": "none",
  "hours.changed": "house",
  "policy.changed": "house",
  "resource.added": "house",
  "resource.changed": "house",
  "timeoff.asked": "none",
  "timeoff.entered": "house",
  "timeoff.approved": "house",
  "timeoff.declined": "none",
  "timeoff.withdrawn": "house",
  "tenant.changed": "house",
  "apikey.changed": "none",
  // Its zone may be another: the same minute has another name.
  "business.changed": "house",
  "business.closed": "house",
  "business.kept": "house",
  "closing.moved": "none",
  "setup.changed": "none",
  "samples.changed": "house",
  "tenant.applied": "none",
  "tenant.decided": "none",
  "application.received": "none",
  "subscription.changed": "none",
  "subscription.due": "none",
  "invoice.paid": "none",
  "messages.changed": "none",
  "campaign.changed": "none",
  "campaigns.delivered": "none",
  "automatic.changed": "none",
  "messages.stopped": "none",
  "subscription.moved": "none",
  "work.failed": "none",
  "work.retried": "none",
};

/** Local dates whose free times may be others now; `all` of them; or null when none are. */
export type SlotDays = string[] | "all" | null;

type House = {
  timeZone: string;
  today: string;
  /** So many days ahead anybody can look; what happens behind is not the public's business. */
  horizonDays: number;
  visitMinutes: number;
};

/** Buffers reach a little over midnight. */
const marginMs = 3 * 3_600_000;

export function slotDaysOf(event: DomainEvent, { timeZone, today, horizonDays, visitMinutes }: House): SlotDays {
  const effect = effects[event.name];
  if (effect === "none") return null;
  if (effect === "today") return [today];
  if (effect === "house" || !("startsAt" in event)) return "all";
  const last = addDays(today, horizonDays);
  // What is blocked may be longer than any visit.
  const ends = "endsAt" in event ? event.endsAt : undefined;
  const starts = [event.startsAt, "wasAt" in event ? event.wasAt : undefined, ends].flatMap((at) =>
    at ? [Date.parse(at)] : [],
  );
  const days = starts
    .flatMap((at) => datesBetween(at - marginMs, at + visitMinutes * 60_000 + marginMs, timeZone))
    .filter((date) => today <= date && date <= last);
  return days.length > 0 ? [...new Set(days)].sort() : null;
}

function datesBetween(from: number, to: number, timeZone: string): string[] {
  const dates: string[] = [];
  const last = localDate(new Date(to), timeZone);
  for (let date = localDate(new Date(from), timeZone); date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}
