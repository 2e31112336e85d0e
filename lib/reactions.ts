import { cancelAllComing } from "@/lib/closing/cancel-all-coming";
import { freeHold } from "./bookings/let-hold-go";
import { lookAtMissed } from "./campaigns/look-at-missed";
import { sendCampaign } from "./campaigns/send-campaign";
import { tellOfClosing } from "./closing/tell-of-closing";
import { tellUnread } from "./conversations/tell-unread";
import { allowByBooking } from "./customers/allow-by-booking";
import { restoreWhoBooked } from "./customers/archive-customer";
import type { DomainEvent } from "./events/catalogue";
import type { DueKind, DuePayloads, OutsideKind, OutsidePayloads } from "./events/plan-due";
import type { EventName } from "./events/rules";
import { readInRows } from "./imports/run-import";
import { useInVisit } from "./inventory/use-in-visit";
import { callToTurn } from "./notifications/call-to-turn";
import { confirmToCustomer } from "./notifications/confirm-to-customer";
import { confirmWaiting } from "./notifications/confirm-waiting";
import { planReminders } from "./notifications/plan-reminders";
import type { OutgoingMessage } from "./notifications/queue-message";
import { remind } from "./notifications/remind";
import { tellCustomer } from "./notifications/tell-customer";
import { tellGuardian } from "./notifications/tell-guardian";
import { tellLateMoney } from "./notifications/tell-late-money";
import { tellLeft } from "./notifications/tell-left";
import { tellMembers } from "./notifications/tell-members";
import { tellAdmins, tellPlatform } from "./notifications/tell-platform";
import { tellReferrer, tellVoucher, tellWithinReach } from "./notifications/tell-rewards";
import { tellStanding, welcome } from "./notifications/tell-standing";
import { tellTogether } from "./notifications/tell-together";
import { compareDays } from "./payments/compare-days";
import { keepFee } from "./payments/keep-fee";
import { lookAtPayment } from "./payments/look-at-payment";
import { lookAtUnanswered } from "./payments/look-at-unanswered";
import { missResult } from "./payments/miss-result";
import { pullReceipts } from "./payments/pull-receipts";
import { readCallbacks } from "./payments/read-callbacks";
import { sendPrompt } from "./payments/send-prompt";
import { sendReversal } from "./payments/send-reversal";
import { takeLateMoney } from "./payments/take-late-money";
import { followEarnings } from "./payroll/follow-earnings";
import { askForReview } from "./reviews/ask-for-review";
import { planReviewRequest } from "./reviews/plan-request";
import { tellOfTestimonial } from "./reviews/tell-of-testimonial";
import { expireVoucher } from "./rewards/cancel-voucher";
import { expirePoints } from "./rewards/expire-points";
import { followRewards } from "./rewards/follow-points";
import { lookAtBirthdays } from "./rewards/look-at-birthdays";
import { followPayment } from "./subscriptions/follow-payment";
import { fullOfMessages } from "./subscriptions/full-of-messages";
import { lookAtSubscription } from "./subscriptions/look-at-subscription";
import { askForSubscription } from "./subscriptions/pay-invoice";
import { tellOfMove } from "./subscriptions/tell-of-move";
import type { Scope } from "./tenancy/scope";
import { followMoney, followRefund, keepWhatWasPaid } from "./till/follow-money";
import { lookAtWaitlist, settleWaitlist } from "./waitlist/look-at-waitlist";
import { offerFreed } from "./waitlist/offer-freed";

type Reaction<N extends EventName> = (
  scope: Scope,
  events: readonly Extract<DomainEvent, { name: N }>[],
) => Promise<readonly OutgoingMessage[]>;

/** For what is so rare that a batch of them gains nothing. */
const each =
  <E>(react: (scope: Scope, event: E) => Promise<void>) =>
  async (scope: Scope, events: readonly E[]): Promise<readonly OutgoingMessage[]> => {
    for (const event of events) await react(scope, event);
    return [];
  };

/**
 * What follows from what. A reaction is given the events of a batch, answers the messages to be sent, runs at least once
 * and must not mind running again.
 */
export const reactions: { [N in EventName]: Record<string, Reaction<N>> } = {
  "booking.placed": { confirmToCustomer, tellMembers, planReminders, settleWaitlist, allowByBooking, restoreWhoBooked },
  "booking.confirmed": { planReminders, settleWaitlist },
  "booking.rejected": { lookAtWaitlist },
  "booking.expired": { lookAtWaitlist, lookAtUnanswered: each(lookAtUnanswered) },
  "booking.cancelled": { lookAtWaitlist, tellMembers },
  "booking.arrived": {},
  "booking.started": {},
  "booking.completed": {
    keepWhatWasPaid: each(keepWhatWasPaid),
    lookAtWaitlist,
    planReviewRequest: each(planReviewRequest),
    useInVisit: each(useInVisit),
  },
  "booking.missed": { lookAtWaitlist },
  "booking.moved": { lookAtWaitlist, tellMembers, planReminders },
  "booking.resized": { lookAtWaitlist },
  "booking.asked": {},
  "booking.kept": { planReminders },
  "booking.restored": { planReminders, takeLateMoney: each(takeLateMoney), useInVisit: each(useInVisit) },
  "visit.corrected": { useInVisit: each(useInVisit) },
  "booking.released": { lookAtWaitlist },
  "booking.extended": {},
  "booking.proposed": {},
  "booking.agreed": { lookAtWaitlist, planReminders },
  "booking.disagreed": {},
  "booking.paid": { planReminders, settleWaitlist },
  "deposit.waived": { planReminders },
  "fee.waived": {},
  "sale.opened": {},
  "sale.changed": {},
  "sale.closed": {
    followEarnings: each(followEarnings),
    followRewards: each(followRewards),
    planReviewRequest: each(planReviewRequest),
    tellGuardian,
  },
  "sale.reopened": { followEarnings: each(followEarnings), followRewards: each(followRewards) },
  "sale.voided": { followEarnings: each(followEarnings), followRewards: each(followRewards) },
  "sale.refunded": { followEarnings: each(followEarnings), followRewards: each(followRewards) },
  "refund.asked": {},
  "refund.declined": {},
  "drawer.opened": {},
  "drawer.changed": {},
  "drawer.closed": {},
  "day.closed": {},
  "earnings.changed": {},
  "rates.changed": {},
  "advance.changed": {},
  "payroll.closed": {},
  "payslip.paid": {},
  "expense.changed": {},
  "points.changed": { tellWithinReach, tellReferrer },
  "reward.changed": {},
  "rewards.set": {},
  "voucher.changed": { tellVoucher },
  "referral.changed": {},
  "stock.moved": {},
  "stock.low": {},
  "stock.counted": {},
  "recipe.changed": {},
  "product.changed": {},
  "till.changed": {},
  "slot.held": {},
  "slot.freed": { lookAtWaitlist },
  "ticket.taken": {},
  "ticket.called": { callToTurn },
  "ticket.skipped": {},
  "ticket.served": {},
  "ticket.left": {},
  "ticket.restored": {},
  "waitlist.joined": { confirmWaiting, lookAtWaitlist },
  "waitlist.looked": {},
  "waitlist.left": { tellLeft },
  "time.blocked": {},
  "time.unblocked": { lookAtWaitlist },
  "payment.asked": {},
  "payment.awaited": { followPayment: each(followPayment) },
  "payment.answered": { readCallbacks },
  "payment.settled": { followMoney: each(followMoney), tellLateMoney, followPayment: each(followPayment) },
  "payment.failed": { followPayment: each(followPayment) },
  "payment.doubted": { followMoney: each(followMoney), followPayment: each(followPayment) },
  "payment.denied": { followMoney: each(followMoney), followPayment: each(followPayment) },
  "payment.verified": { followPayment: each(followPayment) },
  "payment.looked": {},
  "money.arrived": {},
  "money.sorted": {},
  "refund.changed": { followRefund: each(followRefund) },
  "mpesa.changed": {},
  "customer.added": { welcome },
  "customer.noted": {},
  "consent.changed": {},
  "customer.erased": {},
  "customers.merged": {},
  "customers.parted": {},
  "customers.distinguished": {},
  "import.moved": {},
  "house.moved": {},
  "privacy.changed": {},
  "review.written": {},
  "review.changed": {},
  "gallery.changed": {},
  "logo.changed": {},
  "conversation.written": {},
  "conversation.answered": {},
  "conversation.read": {},
  "enquiry.received": {},
  "enquiry.changed": {},
  "testimonial.changed": { tellOfTestimonial: each(tellOfTestimonial) },
  "testimonial.received": {},
  "customer.changed": { tellStanding },
  "segment.changed": {},
  "notification.read": {},
  // Any job of the tenant sends what is queued: this one has nothing else to do.
  "message.queued": { sendIt: async () => [] },
  "member.invited": {},
  "member.joined": {},
  "member.changed": {},
  "member.removed": {},
  "invitation.revoked": {},
  "staff.added": { lookAtWaitlist },
  "staff.changed": { lookAtWaitlist },
  "service.added": {},
  "service.changed": { lookAtWaitlist },
  "services.arranged": {},
  "hours.changed": { lookAtWaitlist },
  "resource.added": { lookAtWaitlist },
  "resource.changed": { lookAtWaitlist },
  "policy.changed": { lookAtWaitlist },
  "timeoff.asked": {},
  "timeoff.entered": {},
  "timeoff.approved": {},
  "timeoff.declined": {},
  "timeoff.withdrawn": { lookAtWaitlist },
  "tenant.changed": { lookAtWaitlist },
  "apikey.changed": {},
  "business.changed": {},
  "business.closed": { tellOfClosing },
  "business.kept": { tellOfClosing },
  "closing.moved": {},
  "setup.changed": {},
  "samples.changed": {},
  "tenant.applied": { tellPlatform: each(tellPlatform) },
  "tenant.decided": { tellAdmins: each(tellAdmins) },
  "application.received": {},
  "subscription.changed": { tellOfMove: each(tellOfMove) },
  "subscription.due": {},
  "invoice.paid": {},
  "messages.changed": {},
  "campaign.changed": {},
  "campaigns.delivered": {},
  "automatic.changed": {},
  "messages.stopped": { fullOfMessages: each(fullOfMessages) },
  "subscription.moved": {},
  "work.failed": {},
  "work.retried": {},
};

/** What calls somebody outside when its time has come: in no transaction, at least once, and each minds that by itself. */
export const whenDueOutside: {
  [K in OutsideKind]: (tenantId: string, payload: OutsidePayloads[K]) => Promise<void>;
} = {
  send_prompt: (tenantId, { paymentId }) => sendPrompt(tenantId, paymentId),
  look_at_payment: (tenantId, { paymentId }) => lookAtPayment(tenantId, paymentId),
  pull_receipts: (tenantId) => pullReceipts(tenantId),
  compare_days: (tenantId) => compareDays(tenantId),
  send_reversal: (tenantId, { refundId }) => sendReversal(tenantId, refundId),
  ask_for_subscription: (tenantId, { invoiceId }) => askForSubscription(tenantId, invoiceId),
  cancel_coming: (tenantId, { userId }) => cancelAllComing(tenantId, userId),
};

type AtItsTime<K extends DueKind> = (scope: Scope, payload: DuePayloads[K]) => Promise<readonly OutgoingMessage[]>;

/** What is done when its time has come, in a transaction with the mark that it is done. */
export const whenDue: { [K in DueKind]: AtItsTime<K> } = {
  tell_customer: tellCustomer,
  tell_together: tellTogether,
  remind,
  ask_for_review: askForReview,
  tell_unread: tellUnread,
  miss_result: async (scope, { refundId }) => {
    await missResult(scope, refundId);
    return [];
  },
  import_rows: async (scope, wish) => {
    await readInRows(scope, wish);
    return [];
  },
  free_hold: async (scope, { holdId }) => {
    await freeHold(scope, holdId);
    return [];
  },
  keep_fee: async (scope, wish) => {
    await keepFee(scope, wish);
    return [];
  },
  look_at_subscription: async (scope, wish) => {
    await lookAtSubscription(scope, wish);
    return [];
  },
  expire_points: async (scope, wish) => {
    await expirePoints(scope, wish);
    return [];
  },
  expire_voucher: async (scope, wish) => {
    await expireVoucher(scope, wish);
    return [];
  },
  look_at_birthdays: async (scope, wish) => {
    await lookAtBirthdays(scope, wish);
    return [];
  },
  send_campaign: sendCampaign,
  look_at_missed: lookAtMissed,
  offer_freed: async (scope, wish) => {
    await offerFreed(scope, wish);
    return [];
  },
};
