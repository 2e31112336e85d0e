import type { PointsKind, VoucherOrigin, VoucherStatus } from "@/db/schema/rewards";
import { formatDay, formatDayTime, formatMoney } from "@/lib/platform/format";
import type { EventName } from "./rules";

type BookingFacts = {
  bookingId: string;
  customerId: string;
  staffIds: string[];
  services: string[];
  startsAt: string;
  status: string;
  /** With a file of many: of each alone nobody is told but, where it is wished, the customer. */
  imported?: { tells: boolean };
};

/** Which of how many that were booked in one go, and every how many weeks they come round. */
/** `speaks`: whoever serves it has not been told of the series by an earlier one. */
export type InSeries = { id: string; place: number; of: number; weeks: number; speaks: boolean };
/** `awaits`: it is promised once something is paid. */
/** `allows`: what whoever booked ticked, by the wording they read, and whether they have shown that the number is theirs. */
type PlacedFacts = BookingFacts & {
  series?: InSeries;
  awaits?: "deposit";
  /** The house has never heard of them before. */
  isNew?: true;
  allows?: { marketing: string; proven: boolean };
};

/** Who moved it on; see lib/bookings/rules. */
type StepFacts = BookingFacts & {
  by: "desk" | "staff" | "customer" | "system";
  /** The status before; events from before it was written down have none. */
  was?: string;
};

/** A stretch of somebody's time, without whose it was. */
type SlotFacts = { holdId: string; staffIds: string[]; startsAt: string; endsAt: string };

/** Why is read with it, by those who may. */
type BlockFacts = { blockId: string; staffId: string; startsAt: string; endsAt: string };

/** `wasAt`: where it was before, when it was put elsewhere. */
type MoveFacts = StepFacts & { wasAt?: string };
/** Somebody's turn in the queue of the day, by their number. */
type TicketFacts = { ticketId: string; number: number; customerId: string };
type TurnFacts = TicketFacts & Pick<StepFacts, "by">;
/** A number that is read out and what it is about; whose it is, is for their own corner and never told. */
type SaleFacts = { saleId: string; number: number; amountMinor: number; currency: string; customerId: string | null };
type DrawerFacts = { drawerId: string };
type WaitFacts = { entryId: string; customerId: string };
/** Money asked for or received. */
type PaymentFacts = {
  paymentId: string;
  bookingId: string | null;
  saleId: string | null;
  customerId: string | null;
  amountMinor: number;
  currency: string;
  /** Of what is paid to the platform: whose invoice it is for. */
  invoiceId?: string;
  businessId?: string;
};
/** With an id of its own: whoever tells of it tells once. */
export type SubscriptionMove = { id: string; status: string; was: string | null; plan: string; wasPlan: string | null };
/** What they should hear of; with an id of its own: whoever tells of it tells once. */
/** `ways`: by which they are reached elsewhere; that alone is written to. */
export type ToldChange = {
  id: string;
  what: ("contact" | "blocked" | "unblocked")[];
  ways?: ("sms" | "email")[];
};
type ReviewFacts = { reviewId: string; customerId: string; staffIds: string[] };
type ConversationFacts = { conversationId: string; customerId: string };
type TimeOffFacts = { timeOffId: string; staffId: string; staffName: string; when: string };

type Facts = {
  "booking.placed": PlacedFacts;
  "booking.confirmed": StepFacts;
  "booking.rejected": StepFacts;
  "booking.expired": StepFacts;
  "booking.cancelled": StepFacts;
  "booking.arrived": StepFacts;
  "booking.started": StepFacts;
  "booking.completed": StepFacts;
  "booking.missed": StepFacts;
  "booking.moved": MoveFacts;
  "booking.resized": MoveFacts;
  "booking.asked": StepFacts;
  "booking.kept": StepFacts;
  "booking.restored": MoveFacts;
  "visit.corrected": { visitId: string; customerId: string; staffIds: string[] };
  "booking.released": StepFacts;
  "booking.extended": StepFacts;
  "booking.proposed": StepFacts;
  "booking.agreed": MoveFacts;
  "booking.disagreed": StepFacts;
  "booking.paid": StepFacts;
  "deposit.waived": { bookingId: string; staffIds: string[] };
  "fee.waived": { bookingId: string; staffIds: string[] };
  "sale.opened": SaleFacts;
  "sale.changed": SaleFacts;
  "sale.closed": SaleFacts;
  /** `amountMinor`: what it owes now. */
  "sale.reopened": SaleFacts;
  "sale.voided": SaleFacts;
  "sale.refunded": SaleFacts;
  "refund.asked": SaleFacts;
  "refund.declined": SaleFacts;
  "drawer.opened": DrawerFacts;
  "drawer.changed": DrawerFacts;
  "drawer.closed": DrawerFacts;
  "day.closed": { tenantId: string; day: string };
  /** Somebody's earnings changed by a sale: they learn of it, and of nobody else's. */
  "earnings.changed": { saleId: string; staffId: string };
  "rates.changed": { tenantId: string };
  "advance.changed": { staffId: string };
  "payroll.closed": { periodId: string };
  "payslip.paid": { periodId: string; staffId: string };
  "expense.changed": { expenseId: string };
  "points.changed": { entryId: string; customerId: string; kind: PointsKind; points: number };
  "reward.changed": { rewardId: string };
  "rewards.set": { tenantId: string };
  /** `what` it is for; `origin`: turned in for, or given. */
  "voucher.changed": {
    voucherId: string;
    customerId: string;
    origin: VoucherOrigin;
    what: string;
    became: VoucherStatus;
  };
  /** Who came by somebody's code. */
  "referral.changed": { customerId: string };
  "stock.moved": { productId: string };
  /** `what` it is called; `left`: so many units are on the shelf. */
  "stock.low": { productId: string; what: string; left: number; unit?: "piece" | "ml" | "g" };
  "stock.counted": { countId: string };
  "recipe.changed": { serviceId: string };
  "product.changed": { productId: string };
  "till.changed": { tenantId: string };
  "slot.held": SlotFacts;
  "slot.freed": SlotFacts;
  "ticket.taken": TicketFacts;
  "ticket.called": TurnFacts;
  "ticket.skipped": TurnFacts;
  "ticket.served": TurnFacts;
  "ticket.left": TurnFacts;
  "ticket.restored": TurnFacts;
  "waitlist.joined": WaitFacts;
  "waitlist.looked": { roundId: string };
  "waitlist.left": WaitFacts & Pick<StepFacts, "by">;
  "time.blocked": BlockFacts;
  "time.unblocked": BlockFacts;
  "payment.asked": PaymentFacts;
  /** It is on the phone now, or nobody knows any more what became of it there. */
  "payment.awaited": PaymentFacts;
  "payment.answered": { paymentId: string };
  "payment.settled": PaymentFacts & { late: boolean; proof: string };
  /** `why`: a class of lib/payments/daraja/result-codes. */
  "payment.failed": PaymentFacts & { why: string };
  "payment.doubted": PaymentFacts & { why: string };
  "payment.verified": PaymentFacts;
  /** Somebody has found that what was typed in was never paid. */
  "payment.denied": PaymentFacts;
  /** Somebody has looked at what was doubtful about it, or had Safaricom asked once more. */
  "payment.looked": PaymentFacts;
  "money.arrived": { tenantId: string; amountMinor: number; currency: string };
  /** What came in unasked was said to be something, or a day was compared with the list. */
  "money.sorted": { tenantId: string };
  "refund.changed": { refundId: string };
  "mpesa.changed": { tenantId: string };
  /** How the business writes to its customers. */
  "messages.changed": { tenantId: string };
  "campaign.changed": { campaignId: string };
  /** Some of what campaigns wrote has gone or arrived. */
  "campaigns.delivered": { tenantId: string };
  "automatic.changed": { tenantId: string };
  /** `byHand`: the desk wrote them down without a booking. */
  "customer.added": { customerId: string; byHand?: true };
  /** What the house keeps of them, or whose bookings are theirs; `staffIds`: who serves them. */
  "customer.changed": { customerId: string; staffIds: string[]; tells?: ToldChange };
  "segment.changed": { segmentId: string };
  /** Allergies or notes; `staffIds`: who serves them. */
  "customer.noted": { customerId: string; staffIds: string[] };
  "consent.changed": { customerId: string; purpose: string; granted: boolean };
  /** `staffIds`: who has served them, and may have their name on a screen. */
  "customer.erased": { customerId: string; staffIds: string[] };
  /** `customerId`: whom all of it belongs to now. */
  "customers.merged": { customerId: string; goneId: string };
  "customers.parted": { customerId: string; goneId: string };
  /** Said to be two people, or that was taken back. */
  "customers.distinguished": { customerId: string; otherId: string };
  /** So many rows of a file are behind us. */
  "import.moved": { importId: string };
  /** All that it brings along, or the times of it. */
  "house.moved": { tenantId: string };
  "privacy.changed": { tenantId: string };
  /** `was`: the stars before, when its writer thought again. */
  "review.written": ReviewFacts & { stars: number; was: number | null };
  /** Words were added, or the house answered it, hid it or showed it. */
  "review.changed": ReviewFacts;
  "gallery.changed": { tenantId: string };
  "logo.changed": { tenantId: string };
  "conversation.written": ConversationFacts;
  "conversation.answered": ConversationFacts;
  "conversation.read": ConversationFacts;
  "enquiry.received": { enquiryId: string };
  "enquiry.changed": { enquiryId: string };
  "testimonial.changed": { tenantId: string };
  /** In the platform's own log. */
  "testimonial.received": { tenantId: string; business: string; stars: number };
  "notification.read": { userId: string };
  "message.queued": { messageId: string };
  "member.invited": { invitationId: string };
  "member.joined": { userId: string; memberName: string };
  "member.changed": { userId: string };
  "member.removed": { userId: string };
  "invitation.revoked": { invitationId: string };
  "staff.added": { staffId: string };
  "staff.changed": { staffId: string };
  "service.added": { serviceId: string };
  "service.changed": { serviceId: string };
  "services.arranged": { tenantId: string };
  "hours.changed": { tenantId: string };
  "resource.added": { resourceId: string };
  "resource.changed": { resourceId: string };
  "policy.changed": { tenantId: string };
  "timeoff.asked": TimeOffFacts;
  "timeoff.entered": TimeOffFacts;
  "timeoff.approved": TimeOffFacts;
  "timeoff.declined": TimeOffFacts;
  "timeoff.withdrawn": TimeOffFacts;
  "tenant.changed": { tenantId: string };
  "apikey.changed": { keyId: string };
  "business.changed": { tenantId: string };
  /** When all of it is deleted, or would have been: it names this one time that it was closed. */
  "business.closed": { tenantId: string; closesAt: string };
  "business.kept": { tenantId: string; closesAt: string };
  /** In the platform's own log. `what`: in words. */
  "closing.moved": { tenantId: string; business: string; what: string };
  "setup.changed": { tenantId: string };
  "samples.changed": { tenantId: string };
  "tenant.applied": { tenantId: string; application: string };
  "tenant.decided": { tenantId: string; status: string };
  "application.received": { tenantId: string; business: string; city: string };
  /** `move`: from one status or plan to another. */
  "subscription.changed": { tenantId: string; move?: SubscriptionMove };
  "subscription.due": { tenantId: string; amountMinor: number; currency: string };
  "invoice.paid": { invoiceId: string; number: number; amountMinor: number; currency: string };
  /** The plan holds no more SMS in this month. */
  "messages.stopped": { tenantId: string; limit: number; plan: string };
  /** In the platform's own log. `what`: in words. */
  "subscription.moved": { tenantId: string; business: string; what: string };
  /** In the platform's own log, of whichever business it was for. `what`: in words. */
  "work.failed": { tenantId: string; what: string };
  "work.retried": { tenantId: string };
};

/** What a transaction says happened. Ids and what a toast needs; never a name, phone or e-mail of a customer. */
export type DomainEvent = { [N in EventName]: { name: N } & Facts[N] }[EventName];

/** What the words may draw on besides the event itself: read when the event is delivered, with the rights of then. */
export type Told = { customerName: string | null; timeZone: string };

type Entry<F> = {
  /** Tokens of who may see it; see viewer.ts. */
  audience(event: F): string[];
  entity(event: F): { entity: string; entityId: string };
  words(event: F, told: Told): { title: string; message: string };
};

const desk = "desk";
const office = "office";
const everybody = "everybody";
const admins = "platform_admin";
const somebody = (told: Told) => told.customerName ?? "A customer";

/** `6 times every 2 weeks` */
const seriesWords = ({ of, weeks }: InSeries) => `${of} times every ${weeks === 1 ? "week" : `${weeks} weeks`}`;

function placedWords({ status, awaits }: PlacedFacts, who: string, what: string): string {
  if (awaits === "deposit") return `${who} wants ${what}: waiting for the deposit`;
  if (status === "held") return `Held for ${who}: ${what}`;
  return `${who} ${status === "requested" ? "asks for" : "booked"} ${what}`;
}

const bookingAudience = (event: BookingFacts) => [desk, ...event.staffIds.map((id) => `staff:${id}`)];
const bookingEntity = (event: BookingFacts) => ({ entity: "booking", entityId: event.bookingId });

/** A step on a booking's way; told with the time that it is about. */
const step = (title: (who: string, what: string, event: StepFacts) => string): Entry<StepFacts> => ({
  audience: bookingAudience,
  entity: bookingEntity,
  words: (event, told) => ({
    title: event.imported ? "" : title(somebody(told), event.services.join(", "), event),
    message: formatDayTime(event.startsAt, told.timeZone),
  }),
});

/** Somebody's time off; told to them and to the desk. */
const timeOff = (title: (who: string) => string): Entry<TimeOffFacts> => ({
  audience: (event) => [desk, `staff:${event.staffId}`],
  entity: (event) => ({ entity: "time_off", entityId: event.timeOffId }),
  words: (event) => ({ title: title(event.staffName), message: event.when }),
});

/** A rule of the house, which screens of the desk show. */
const setting = <F>(entity: string, idOf: (event: F) => string, title: string): Entry<F> => ({
  audience: () => [desk],
  entity: (event) => ({ entity, entityId: idOf(event) }),
  words: () => ({ title, message: "" }),
});

/** What people earn: told to who settles it and to whose it is, not to the desk. */
const pay = <F>(
  entity: string,
  idOf: (event: F) => string,
  whose: (event: F) => string[],
  title: string,
): Entry<F> => ({
  audience: (event) => [office, ...whose(event).map((id) => `staff:${id}`)],
  entity: (event) => ({ entity, entityId: idOf(event) }),
  words: () => ({ title, message: "" }),
});

/** What only owner and managers see. */
const ofOffice = <F>(entity: string, idOf: (event: F) => string, title: string): Entry<F> => ({
  audience: () => [office],
  entity: (event) => ({ entity, entityId: idOf(event) }),
  words: () => ({ title, message: "" }),
});

/** What the business has with the platform. */
const plan = <F>(idOf: (event: F) => string, title: (event: F) => string): Entry<F> => ({
  audience: () => [office],
  entity: (event) => ({ entity: "subscription", entityId: idOf(event) }),
  words: (event) => ({ title: title(event), message: "" }),
});

/** Money at the till, which the desk takes. */
const sale = (title: (sale: string) => string): Entry<SaleFacts> => ({
  audience: () => [desk],
  entity: (event) => ({ entity: "sale", entityId: event.saleId }),
  words: (event) => ({
    title: title(`Sale ${event.number}`),
    message: formatMoney(event.amountMinor, event.currency),
  }),
});

/** What somebody has with the house beside their bookings. */
const ofCustomer = <F extends { customerId: string }>(title: (who: string, event: F) => string): Entry<F> => ({
  audience: () => [desk],
  entity: (event) => ({ entity: "customer", entityId: event.customerId }),
  words: (event, told) => ({ title: title(somebody(told), event), message: "" }),
});
const voucherWords: Record<VoucherStatus, string> = {
  pending: "theirs to use",
  redeemed: "used",
  expired: "run out",
  cancelled: "taken back",
};

const slot = (title: string): Entry<SlotFacts> => ({
  audience: (event) => [desk, ...event.staffIds.map((id) => `staff:${id}`)],
  entity: (event) => ({ entity: "hold", entityId: event.holdId }),
  words: (event, told) => ({ title, message: formatDayTime(event.startsAt, told.timeZone) }),
});

/** A step of the queue, which the desk keeps. */
const turn = <F extends TicketFacts>(title: (who: string, event: F) => string): Entry<F> => ({
  audience: () => [desk],
  entity: (event) => ({ entity: "ticket", entityId: event.ticketId }),
  words: (event, told) => ({ title: title(somebody(told), event), message: `Number ${event.number}` }),
});

const waiting = <F extends WaitFacts>(title: (who: string, event: F) => string): Entry<F> => ({
  audience: () => [desk],
  entity: (event) => ({ entity: "waitlist_entry", entityId: event.entryId }),
  words: (event, told) => ({ title: title(somebody(told), event), message: "" }),
});

const conversation = (title: (who: string) => string): Entry<ConversationFacts> => ({
  audience: () => [desk],
  entity: (event) => ({ entity: "conversation", entityId: event.conversationId }),
  words: (_, told) => ({ title: title(somebody(told)), message: "" }),
});

/** What a customer said of a visit; told to the desk and to who served them. */
const review = <F extends ReviewFacts>(
  words: (event: F, who: string) => { title: string; message: string },
): Entry<F> => ({
  audience: (event) => [desk, ...event.staffIds.map((id) => `staff:${id}`)],
  entity: (event) => ({ entity: "review", entityId: event.reviewId }),
  words: (event, told) => words(event, somebody(told)),
});

const block = (title: string): Entry<BlockFacts> => ({
  audience: (event) => [desk, `staff:${event.staffId}`],
  entity: (event) => ({ entity: "block", entityId: event.blockId }),
  words: (event, told) => ({ title, message: formatDayTime(event.startsAt, told.timeZone) }),
});

const payment = <F extends PaymentFacts>(title: (what: string, event: F) => string): Entry<F> => ({
  audience: () => [desk],
  entity: (event) => ({ entity: "payment", entityId: event.paymentId }),
  words: (event, told) => ({
    title: title(formatMoney(event.amountMinor, event.currency), event),
    message: told.customerName ?? "",
  }),
});

/** Everything that can happen, who may see it and how it is said. Names are subject.past_participle. */
export const catalogue: { [N in EventName]: Entry<Facts[N]> } = {
  "booking.placed": {
    audience: bookingAudience,
    entity: bookingEntity,
    words: (event, told) => {
      // Of a series the first speaks for all of them, and to whoever serves a later one the first of theirs.
      if (event.imported || (event.series && !event.series.speaks)) return { title: "", message: "" };
      const what = `${event.services.join(", ")}${event.series ? `, ${seriesWords(event.series)}` : ""}`;
      const first = event.series ? (event.series.place === 1 ? "First " : "From ") : "";
      return {
        title: placedWords(event, somebody(told), what),
        message: `${first}${formatDayTime(event.startsAt, told.timeZone)}${event.isNew ? ", new here" : ""}`,
      };
    },
  },
  "booking.confirmed": step((who, what, { by }) =>
    by === "customer" ? `${who} confirmed ${what}` : `Confirmed: ${what} for ${who}`,
  ),
  "booking.rejected": step((who, what) => `Declined: ${what} for ${who}`),
  "booking.expired": step((who, what, { was }) =>
    was === "held" ? `No longer held for ${who}: ${what}` : `Nobody answered ${who}’s request for ${what}`,
  ),
  "booking.cancelled": step((who, what, { by }) =>
    by === "customer" ? `${who} cancelled ${what}` : `Cancelled: ${what} for ${who}`,
  ),
  "booking.arrived": step((who) => `${who} is here`),
  "booking.started": step((who, what) => `${what} for ${who} has begun`),
  "booking.completed": step((who, what) => `${what} for ${who} is done`),
  "booking.missed": step((who, what) => `${who} did not come for ${what}`),
  "booking.resized": step((who, what) => `Takes another time: ${what} for ${who}`),
  "booking.moved": step((who, what, { by }) =>
    by === "customer" ? `${who} moved ${what}` : `Moved: ${what} for ${who}`,
  ),
  "booking.asked": step((who, what) => `Asked to choose another time: ${what} for ${who}`),
  "booking.kept": step((who, what) => `Stands as booked: ${what} for ${who}`),
  "booking.restored": step((who, what) => `Taken back: ${what} for ${who}`),
  "visit.corrected": {
    audience: (event) => [desk, ...event.staffIds.map((id) => `staff:${id}`)],
    entity: (event) => ({ entity: "visit", entityId: event.visitId }),
    words: (_, told) => ({ title: `${somebody(told)}’s visit was corrected`, message: "" }),
  },
  "booking.released": step((who, what, { by }) =>
    by === "customer" ? `${who} let ${what} go` : `Let go: ${what} for ${who}`,
  ),
  "booking.extended": step((who, what) => `Held longer: ${what} for ${who}`),
  "booking.proposed": step((who, what) => `Another time proposed to ${who} for ${what}`),
  "booking.agreed": step((who, what) => `${who} takes the time you proposed for ${what}`),
  "booking.disagreed": step((who, what) => `${who} cannot come at the times you proposed for ${what}`),
  "booking.paid": step((who, what, { status }) =>
    status === "requested" ? `${who} paid the deposit and asks for ${what}` : `${who} paid the deposit: ${what}`,
  ),
  "deposit.waived": {
    audience: (event) => [desk, ...event.staffIds.map((id) => `staff:${id}`)],
    entity: (event) => ({ entity: "booking", entityId: event.bookingId }),
    words: (_, told) => ({ title: `${somebody(told)} need not pay the deposit`, message: "" }),
  },
  "fee.waived": {
    audience: (event) => [desk, ...event.staffIds.map((id) => `staff:${id}`)],
    entity: (event) => ({ entity: "booking", entityId: event.bookingId }),
    words: (_, told) => ({ title: `${somebody(told)}’s fee is waived`, message: "" }),
  },
  "sale.opened": sale((which) => `${which} is at the till`),
  "sale.changed": sale((which) => `${which} has changed`),
  "sale.closed": sale((which) => `${which} is paid`),
  "sale.reopened": sale((which) => `${which} is not paid any more`),
  "sale.voided": sale((which) => `${which} is voided`),
  "sale.refunded": sale((which) => `Given back of ${which.toLowerCase()}`),
  "refund.asked": sale((which) => `Somebody asks to give back money of ${which.toLowerCase()}`),
  "refund.declined": sale((which) => `Nothing is given back of ${which.toLowerCase()}`),
  "drawer.opened": setting("drawer", ({ drawerId }) => drawerId, "The drawer is open"),
  "drawer.changed": setting("drawer", ({ drawerId }) => drawerId, "Cash was put into the drawer or taken out"),
  "drawer.closed": setting("drawer", ({ drawerId }) => drawerId, "The drawer was counted"),
  "day.closed": {
    audience: () => [desk],
    entity: ({ tenantId }) => ({ entity: "tenant", entityId: tenantId }),
    words: ({ day }) => ({ title: `${formatDay(`${day}T12:00:00Z`, "UTC")} is closed`, message: "" }),
  },
  "earnings.changed": pay(
    "sale",
    ({ saleId }) => saleId,
    ({ staffId }) => [staffId],
    "Something was earned",
  ),
  "rates.changed": pay(
    "tenant",
    ({ tenantId }) => tenantId,
    () => [],
    "What is earned changed",
  ),
  "advance.changed": pay(
    "staff",
    ({ staffId }) => staffId,
    ({ staffId }) => [staffId],
    "An advance was given",
  ),
  "payroll.closed": pay(
    "payroll",
    ({ periodId }) => periodId,
    () => [],
    "A period’s pay is settled",
  ),
  "payslip.paid": pay(
    "payroll",
    ({ periodId }) => periodId,
    ({ staffId }) => [staffId],
    "Pay was handed over",
  ),
  "expense.changed": setting("expense", ({ expenseId }) => expenseId, "Something was paid for"),
  "points.changed": ofCustomer<Facts["points.changed"]>((who, { points }) =>
    points < 0 ? `${who} has ${-points} points less` : `${who} has ${points} points more`,
  ),
  "reward.changed": setting("reward", ({ rewardId }) => rewardId, "A reward changed"),
  "rewards.set": setting("tenant", ({ tenantId }) => tenantId, "How points are earned changed"),
  "voucher.changed": {
    ...ofCustomer<Facts["voucher.changed"]>((who, { what, became }) => `${who}: ${what} is ${voucherWords[became]}`),
    entity: ({ voucherId }) => ({ entity: "voucher", entityId: voucherId }),
  },
  "referral.changed": ofCustomer((who) => `${who} came by somebody’s code`),
  "stock.moved": setting("product", ({ productId }) => productId, "Stock has moved"),
  "stock.low": {
    audience: () => [desk],
    entity: ({ productId }) => ({ entity: "product", entityId: productId }),
    words: ({ what, left, unit }) => ({
      title: `${what} is running low`,
      message: left > 0 ? `${left}${unit && unit !== "piece" ? ` ${unit}` : ""} left` : "None left",
    }),
  },
  "stock.counted": setting("stock", ({ countId }) => countId, "Stock is being counted"),
  "recipe.changed": setting("service", ({ serviceId }) => serviceId, "What a service uses changed"),
  "product.changed": setting("product", ({ productId }) => productId, "Products changed"),
  "till.changed": setting("tenant", ({ tenantId }) => tenantId, "The till’s settings changed"),
  "slot.held": slot("Somebody is booking a time"),
  "slot.freed": slot("A time is free again"),
  "ticket.taken": turn((who) => `${who} waits in the queue`),
  "ticket.called": turn((who) => `${who} is called`),
  "ticket.skipped": turn((who) => `${who} lets somebody else go first`),
  "ticket.served": turn((who) => `It is ${who}’s turn`),
  "ticket.left": turn((who, { by }) => (by === "customer" ? `${who} left the queue` : `${who} is out of the queue`)),
  "ticket.restored": turn((who) => `${who} is where they were in the queue`),
  "waitlist.joined": waiting((who) => `${who} waits for a free time`),
  "waitlist.looked": setting("waitlist_round", ({ roundId }) => roundId, "The waitlist was looked through"),
  "waitlist.left": waiting((who, { by }) =>
    by === "customer" ? `${who} no longer waits for a time` : `${who} is off the waitlist`,
  ),
  "time.blocked": block("Somebody’s time is blocked"),
  "time.unblocked": block("Blocked time is free again"),
  "payment.asked": payment((what) => `${what} asked for`),
  "payment.awaited": payment((what) => `${what} is waited for`),
  "payment.answered": {
    audience: () => [],
    entity: (event) => ({ entity: "payment", entityId: event.paymentId }),
    words: () => ({ title: "Answer to a payment", message: "" }),
  },
  "payment.settled": payment((what, { late }) => (late ? `${what} came late: look at it` : `${what} received`)),
  "payment.failed": payment((what) => `${what} was not paid`),
  "payment.doubted": payment((what) => `Look at a payment of ${what}`),
  "payment.verified": payment((what) => `${what} is verified`),
  "payment.denied": payment((what) => `${what} was not paid after all`),
  "payment.looked": payment((what) => `A payment of ${what} was looked at`),
  "money.arrived": setting("tenant", ({ tenantId }) => tenantId, "M-Pesa received"),
  "money.sorted": setting("tenant", ({ tenantId }) => tenantId, "M-Pesa was sorted"),
  "refund.changed": setting("refund", ({ refundId }) => refundId, "Refund changed"),
  "messages.changed": setting("tenant", ({ tenantId }) => tenantId, "Message settings changed"),
  "campaign.changed": ofOffice("campaign", ({ campaignId }) => campaignId, "A campaign has moved on"),
  "campaigns.delivered": ofOffice("tenant", ({ tenantId }) => tenantId, "Campaigns go out"),
  "automatic.changed": ofOffice("tenant", ({ tenantId }) => tenantId, "Automatic messages changed"),
  "mpesa.changed": setting("tenant", ({ tenantId }) => tenantId, "M-Pesa settings changed"),
  "customer.noted": {
    audience: (event) => [desk, ...event.staffIds.map((id) => `staff:${id}`)],
    entity: (event) => ({ entity: "customer", entityId: event.customerId }),
    words: (_, told) => ({ title: `What is known of ${somebody(told)} has changed`, message: "" }),
  },
  "consent.changed": ofCustomer((who) => `What ${who} allows has changed`),
  "customer.erased": {
    ...ofCustomer(() => "A customer was erased"),
    audience: ({ staffIds }) => [desk, ...staffIds.map((id) => `staff:${id}`)],
  },
  "customers.merged": ofCustomer((who) => `${who} was twice in the books and is one customer now`),
  "customers.parted": ofCustomer((who) => `${who} is two customers again`),
  "customers.distinguished": ofCustomer((who) => `It was said whether ${who} is twice in the books`),
  "import.moved": setting("import", ({ importId }) => importId, "A list from elsewhere was read in"),
  "house.moved": setting("tenant", ({ tenantId }) => tenantId, "What came from the old system has moved"),
  "privacy.changed": setting("tenant", ({ tenantId }) => tenantId, "Privacy notice changed"),
  "customer.added": {
    audience: () => [desk],
    entity: (event) => ({ entity: "customer", entityId: event.customerId }),
    words: ({ byHand }, told) => ({
      title: `${somebody(told)} is new here`,
      message: byHand ? "Added by hand" : "First booking with you",
    }),
  },
  "review.written": review(({ stars, was }, who) => ({
    title: `${was ? "Review changed" : "New review"}: ${stars} ${stars === 1 ? "star" : "stars"}`,
    message: was ? `${who}, ${was} before` : who,
  })),
  "gallery.changed": setting("tenant", ({ tenantId }) => tenantId, "The gallery changed"),
  "logo.changed": setting("tenant", ({ tenantId }) => tenantId, "The logo changed"),
  "review.changed": review((_, who) => ({ title: `${who}’s review has changed`, message: "" })),
  "conversation.written": conversation((who) => `${who} writes to you`),
  "conversation.answered": conversation((who) => `${who} was answered`),
  "conversation.read": conversation((who) => `What ${who} wrote was read`),
  "enquiry.received": {
    // Of a business its desk, of the platform its administration: each in a log of its own.
    audience: () => [desk, admins],
    entity: ({ enquiryId }) => ({ entity: "enquiry", entityId: enquiryId }),
    words: () => ({ title: "New enquiry", message: "Somebody asks something by your contact form" }),
  },
  "enquiry.changed": {
    audience: () => [desk, admins],
    entity: ({ enquiryId }) => ({ entity: "enquiry", entityId: enquiryId }),
    words: () => ({ title: "An enquiry was dealt with", message: "" }),
  },
  "testimonial.changed": {
    audience: () => [office, admins],
    entity: ({ tenantId }) => ({ entity: "tenant", entityId: tenantId }),
    words: () => ({ title: "What you say of ClientPulse changed", message: "" }),
  },
  "testimonial.received": {
    audience: () => [admins],
    entity: ({ tenantId }) => ({ entity: "testimonial", entityId: tenantId }),
    words: ({ business, stars }) => ({
      title: `${business} reviews ClientPulse: ${stars} ${stars === 1 ? "star" : "stars"}`,
      message: "",
    }),
  },
  "customer.changed": {
    audience: (event) => [desk, ...event.staffIds.map((id) => `staff:${id}`)],
    entity: (event) => ({ entity: "customer", entityId: event.customerId }),
    words: (_, told) => ({ title: `${somebody(told)} was changed`, message: "" }),
  },
  "segment.changed": setting("segment", ({ segmentId }) => segmentId, "A group of customers changed"),
  "notification.read": {
    audience: (event) => [`user:${event.userId}`],
    entity: (event) => ({ entity: "user", entityId: event.userId }),
    words: () => ({ title: "Notifications read", message: "" }),
  },
  "message.queued": {
    audience: () => [],
    entity: (event) => ({ entity: "message", entityId: event.messageId }),
    words: () => ({ title: "Message queued", message: "" }),
  },
  "member.invited": {
    audience: () => [office],
    entity: (event) => ({ entity: "invitation", entityId: event.invitationId }),
    words: () => ({ title: "Invitation sent", message: "" }),
  },
  "member.joined": {
    audience: () => [office],
    entity: (event) => ({ entity: "user", entityId: event.userId }),
    words: (event) => ({ title: `${event.memberName} joined`, message: "The invitation was accepted" }),
  },
  "member.changed": {
    audience: (event) => [office, `user:${event.userId}`],
    entity: (event) => ({ entity: "user", entityId: event.userId }),
    words: () => ({ title: "Rights changed", message: "" }),
  },
  "member.removed": {
    audience: () => [office],
    entity: (event) => ({ entity: "user", entityId: event.userId }),
    words: () => ({ title: "Member removed", message: "" }),
  },
  "invitation.revoked": {
    audience: () => [office],
    entity: (event) => ({ entity: "invitation", entityId: event.invitationId }),
    words: () => ({ title: "Invitation withdrawn", message: "" }),
  },
  "staff.added": {
    audience: () => [desk],
    entity: (event) => ({ entity: "staff", entityId: event.staffId }),
    words: () => ({ title: "New on the staff list", message: "" }),
  },
  "staff.changed": {
    audience: (event) => [desk, `staff:${event.staffId}`],
    entity: (event) => ({ entity: "staff", entityId: event.staffId }),
    words: () => ({ title: "Staff profile changed", message: "" }),
  },
  "service.added": {
    audience: () => [desk],
    entity: (event) => ({ entity: "service", entityId: event.serviceId }),
    words: () => ({ title: "New service", message: "" }),
  },
  "service.changed": {
    audience: () => [desk],
    entity: (event) => ({ entity: "service", entityId: event.serviceId }),
    words: () => ({ title: "Service changed", message: "" }),
  },
  "services.arranged": {
    audience: () => [desk],
    entity: (event) => ({ entity: "tenant", entityId: event.tenantId }),
    words: () => ({ title: "Services put in another order", message: "" }),
  },
  "hours.changed": setting("tenant", ({ tenantId }) => tenantId, "Opening hours changed"),
  "resource.added": setting("resource", ({ resourceId }) => resourceId, "New resource"),
  "resource.changed": setting("resource", ({ resourceId }) => resourceId, "Resource changed"),
  "policy.changed": setting("tenant", ({ tenantId }) => tenantId, "Booking rules changed"),
  "timeoff.asked": timeOff((who) => `${who} asks for time off`),
  "timeoff.entered": timeOff((who) => `Time off for ${who}`),
  "timeoff.approved": timeOff((who) => `Approved: time off for ${who}`),
  "timeoff.declined": timeOff((who) => `Declined: time off for ${who}`),
  "timeoff.withdrawn": timeOff((who) => `Taken back: time off for ${who}`),
  "business.changed": setting("tenant", ({ tenantId }) => tenantId, "The business changed"),
  "business.closed": {
    audience: () => [everybody],
    entity: ({ tenantId }) => ({ entity: "tenant", entityId: tenantId }),
    words: ({ closesAt }, { timeZone }) => ({
      title: "The business is being closed",
      message: `Everything in it is deleted on ${formatDayTime(closesAt, timeZone)}, unless its owner keeps it.`,
    }),
  },
  "business.kept": {
    audience: () => [everybody],
    entity: ({ tenantId }) => ({ entity: "tenant", entityId: tenantId }),
    words: () => ({ title: "The business stays open", message: "Everything is as it was." }),
  },
  "closing.moved": {
    audience: () => [admins],
    entity: ({ tenantId }) => ({ entity: "tenant", entityId: tenantId }),
    words: ({ business, what }) => ({ title: `${business} ${what}`, message: "" }),
  },
  "setup.changed": setting("tenant", ({ tenantId }) => tenantId, "The first steps moved on"),
  "samples.changed": setting("tenant", ({ tenantId }) => tenantId, "The sample data changed"),
  "tenant.changed": {
    audience: () => [office],
    entity: (event) => ({ entity: "tenant", entityId: event.tenantId }),
    words: () => ({ title: "Settings changed", message: "" }),
  },
  "apikey.changed": {
    audience: () => ["owner"],
    entity: (event) => ({ entity: "api_key", entityId: event.keyId }),
    words: () => ({ title: "API keys changed", message: "" }),
  },
  "tenant.applied": {
    audience: () => [],
    entity: (event) => ({ entity: "tenant", entityId: event.tenantId }),
    words: () => ({ title: "Application sent", message: "" }),
  },
  "tenant.decided": {
    audience: () => [office, admins],
    entity: (event) => ({ entity: "tenant", entityId: event.tenantId }),
    words: (event) => ({ title: `Business ${event.status}`, message: "" }),
  },
  "application.received": {
    audience: () => [admins],
    entity: (event) => ({ entity: "tenant", entityId: event.tenantId }),
    words: (event) => ({ title: `${event.business} applies`, message: event.city }),
  },
  "subscription.changed": plan(
    ({ tenantId }) => tenantId,
    () => "Your plan changed",
  ),
  "subscription.due": plan(
    ({ tenantId }) => tenantId,
    ({ amountMinor, currency }) => `${formatMoney(amountMinor, currency)} is due for your plan`,
  ),
  "invoice.paid": plan(
    ({ invoiceId }) => invoiceId,
    ({ number, amountMinor, currency }) => `Invoice ${number} is paid: ${formatMoney(amountMinor, currency)}`,
  ),
  "messages.stopped": plan(
    ({ tenantId }) => tenantId,
    () => "The SMS of this month are used up",
  ),
  "subscription.moved": {
    audience: () => [admins],
    entity: ({ tenantId }) => ({ entity: "subscription", entityId: tenantId }),
    words: ({ business, what }) => ({ title: `${business}: ${what}`, message: "" }),
  },
  "work.failed": {
    audience: () => [admins],
    entity: ({ tenantId }) => ({ entity: "work", entityId: tenantId }),
    words: ({ what }) => ({ title: `Given up: ${what}`, message: "It was tried as often as it may be." }),
  },
  "work.retried": {
    audience: () => [admins],
    entity: ({ tenantId }) => ({ entity: "work", entityId: tenantId }),
    words: () => ({ title: "Tried again", message: "" }),
  },
};

type AnyEntry = {
  audience(event: DomainEvent): string[];
  entity(event: DomainEvent): { entity: string; entityId: string };
  words(event: DomainEvent, told: Told): { title: string; message: string };
};

/** The entry of an event's own name. The cast says what a table indexed by a union cannot: name and facts go together. */
export const entryOf = (name: EventName) => catalogue[name] as unknown as AnyEntry;
