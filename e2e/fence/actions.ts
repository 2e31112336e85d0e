import type { Place } from "./actors";
import { type Answers, adminAction, all, memberAction, selfAction } from "./answers";
import { formOf } from "./call";

export type ActionRow = {
  /** 200: let in and answered. 303: sent to sign in. 404: nothing is there. */
  answers: Answers;
  /** What is given: enough to come to the door, too little to do anything. */
  given(place: Place): unknown[];
  /** Whoever succeeds is no longer who they were: asked last, of a cast of its own. */
  spends?: true;
  /** Comes from our own page alone, whoever asks. */
  ownPage?: true;
  /** What would be done to the things of this place: to somebody else's, in one's own business, nothing. */
  thing?(place: Place): object;
};

const nothing = () => [{}];
const emptyForm = () => [{}, formOf({})];
const here = ({ tenantId }: Place) => [tenantId, {}];

const anyone: ActionRow = { answers: all(200), given: nothing };
const anyonesForm: ActionRow = { answers: all(200), given: emptyForm };
/** Comes back as it was sent, with what is in the way: nobody loses what they typed. */
const portalForm: ActionRow = { answers: all(200), given: ({ slug }) => [{}, formOf({ slug })], ownPage: true };
/** One button: whoever is known here comes back to the page with it done. */
const portalButton: ActionRow = { ...portalForm, answers: { ...all(200), customer: 303 } };
const self: ActionRow = { answers: selfAction, given: nothing };
const managers: ActionRow = { answers: memberAction({ staff: 404, desk: 404 }), given: here };
const owners: ActionRow = { answers: memberAction({ staff: 404, desk: 404, manager: 404 }), given: here };
const money = "app/dashboard/[tenantId]/payments/actions.ts";
const customers = "app/dashboard/[tenantId]/customers/record-actions.ts";
const aList: NonNullable<ActionRow["thing"]> = ({ saleId }) => ({
  ...{ importId: saleId, kind: "customers", mapping: { name: 0 } },
});
const mpesa = "app/dashboard/[tenantId]/settings/mpesa/actions.ts";
const ofMember: ActionRow = { ...managers, thing: ({ userId }) => ({ id: userId, to: { role: "staff" } }) };

const atTheDesk: ActionRow = { answers: memberAction({ staff: 404 }), given: here };

const ofBooking: ActionRow = {
  answers: memberAction(),
  given: here,
  thing: ({ bookingId }) => ({ id: bookingId, move: "cancel", from: "confirmed", changeId: bookingId }),
};

/** One's own, or of the staff one looks after: who else asks is told that nobody is here. */
const ofFeed: ActionRow = { answers: memberAction(), given: here, thing: ({ staffId }) => ({ id: staffId }) };

/** Every server action: what each kind of person is answered. */
export const actions: Record<string, ActionRow> = {
  "app/(auth)/actions.ts#askForReset": anyone,
  "app/(auth)/actions.ts#giveResetCode": anyone,
  "app/(auth)/actions.ts#giveSecondFactor": anyone,
  "app/(auth)/actions.ts#setNewPassword": anyone,
  "app/(auth)/invite/[token]/actions.ts#joinWithNewLogin": anyone,
  "app/(auth)/register/actions.ts#register": anyonesForm,
  "app/(auth)/register/[token]/actions.ts#confirmAddress": anyonesForm,
  "app/(auth)/register/[token]/actions.ts#sendAgain": { answers: all(200), given: () => ["made-up"] },
  "app/(auth)/setup/actions.ts#setUp": anyonesForm,
  "app/b/[token]/actions.ts#cancel": anyonesForm,
  "app/b/[token]/actions.ts#move": anyonesForm,
  "app/b/[token]/actions.ts#arrive": anyonesForm,
  "app/b/[token]/again/actions.ts#bookSame": anyonesForm,
  "app/b/[token]/pay/actions.ts#askPhone": anyonesForm,
  "app/b/[token]/pay/actions.ts#giveCode": anyonesForm,
  "app/book/[slug]/here/actions.ts#comeIn": anyonesForm,
  "app/book/[slug]/waitlist/actions.ts#joinFromPage": anyonesForm,
  "app/v/[token]/actions.ts#sayHowItWas": anyonesForm,
  "app/book/[slug]/contact/actions.ts#askHouse": anyonesForm,
  "app/(site)/contact/actions.ts#askPlatform": anyonesForm,
  "app/portal/[slug]/reviews/actions.ts#sayOwn": portalForm,
  "app/portal/[slug]/actions.ts#payOwn": portalForm,
  "app/portal/[slug]/children/actions.ts#addTheirs": portalForm,
  "app/portal/[slug]/children/actions.ts#changeTheirs": portalForm,
  "app/portal/[slug]/children/actions.ts#removeTheirs": portalForm,
  "app/portal/[slug]/children/actions.ts#putBackTheirs": portalForm,
  "app/portal/[slug]/children/actions.ts#bookTheirs": portalForm,
  "app/q/[token]/actions.ts#leaveQueue": anyonesForm,
  "app/w/[token]/actions.ts#stopWaiting": anyonesForm,
  "app/u/[token]/actions.ts#sayByLink": anyonesForm,
  "app/b/[token]/actions.ts#confirmHold": anyonesForm,
  "app/b/[token]/actions.ts#answerProposal": anyonesForm,
  "app/book/[slug]/actions.ts#placeBooking": anyonesForm,
  "app/book/[slug]/times/actions.ts#chooseTime": { answers: all(303), given: ({ slug }) => [formOf({ slug })] },
  "app/book/_parts/language-actions.ts#chooseLanguage": {
    answers: all(200),
    given: ({ slug }) => [formOf({ slug, language: "en" })],
  },
  "app/portal/[slug]/you/browser-actions.ts#tellMeHere": portalForm,
  "app/portal/[slug]/you/browser-actions.ts#tellMeNoMore": portalForm,
  "app/portal/[slug]/actions.ts#enter": portalForm,
  "app/portal/[slug]/actions.ts#leave": { answers: all(303), given: ({ slug }) => [formOf({ slug })], spends: true },
  "app/portal/[slug]/actions.ts#tellName": portalForm,
  "app/portal/[slug]/wallet/actions.ts#takeReward": portalForm,
  "app/portal/[slug]/you/actions.ts#changeName": portalForm,
  "app/portal/[slug]/you/actions.ts#changeEmail": portalForm,
  "app/portal/[slug]/you/actions.ts#changePhone": portalForm,
  "app/portal/[slug]/you/actions.ts#changeWishes": portalForm,
  "app/portal/[slug]/you/actions.ts#changeAllowed": portalForm,
  "app/portal/[slug]/you/actions.ts#endDevice": portalButton,
  "app/portal/[slug]/you/actions.ts#endOtherDevices": portalButton,
  "app/portal/[slug]/you/actions.ts#usePhoneHere": portalButton,
  "app/(auth)/invite/[token]/actions.ts#join": self,
  "app/dashboard/actions.ts#applyOnceMore": { answers: selfAction, given: emptyForm },
  "app/profile/actions.ts#askContact": self,
  "app/profile/actions.ts#beginTotp": self,
  "app/profile/actions.ts#confirmContact": self,
  "app/profile/actions.ts#confirmTotp": self,
  "app/profile/actions.ts#endOtherSessions": self,
  "app/profile/actions.ts#endSession": self,
  "app/_server/drop-code.ts#dropCode": { answers: all(200), given: () => ["reset"] },
  "app/_server/give-proof.ts#giveProof": self,
  "app/profile/actions.ts#removeContact": self,
  "app/profile/actions.ts#leaveTotp": self,
  "app/profile/actions.ts#renewCodes": self,
  "app/profile/actions.ts#savePassword": self,
  "app/profile/actions.ts#saveProfile": self,
  "app/profile/actions.ts#turnOffTotp": self,
  "app/dashboard/[tenantId]/bookings/actions.ts#change": ofBooking,
  "app/dashboard/[tenantId]/bookings/actions.ts#move": {
    answers: memberAction({ staff: 404 }),
    given: here,
    thing: ({ bookingId }) => ({ id: bookingId, startsAt: "2030-01-01T09:00:00Z", from: "2030-01-01T08:00:00Z" }),
  },
  "app/dashboard/[tenantId]/bookings/actions.ts#resize": {
    answers: memberAction({ staff: 404 }),
    given: here,
    thing: ({ bookingId }) => ({ id: bookingId, lineId: bookingId, from: "2030-01-01T08:00:00Z", minutes: 15 }),
  },
  "app/dashboard/[tenantId]/bookings/actions.ts#takeBack": ofBooking,
  "app/dashboard/[tenantId]/bookings/actions.ts#again": {
    answers: memberAction({ staff: 404 }),
    given: here,
    thing: ({ bookingId }) => ({ id: bookingId, startsAt: "2030-01-01T09:00:00Z", totalMinor: 1 }),
  },
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#place": atTheDesk,
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#walkIn": atTheDesk,
  "app/dashboard/[tenantId]/queue/actions.ts#giveTicket": atTheDesk,
  "app/dashboard/[tenantId]/queue/actions.ts#showTicket": {
    ...atTheDesk,
    thing: ({ ticketId }) => ({ id: ticketId }),
  },
  "app/dashboard/[tenantId]/queue/actions.ts#turn": {
    ...atTheDesk,
    thing: ({ ticketId }) => ({ id: ticketId, step: "call", from: "waiting" }),
  },
  "app/dashboard/[tenantId]/queue/actions.ts#takeTurnBack": {
    ...atTheDesk,
    thing: ({ ticketId }) => ({ id: ticketId, stepId: ticketId }),
  },
  "app/dashboard/[tenantId]/waitlist/actions.ts#join": atTheDesk,
  "app/dashboard/[tenantId]/waitlist/actions.ts#takeOff": { ...atTheDesk, thing: ({ entryId }) => ({ id: entryId }) },
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#extend": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ id: bookingId, minutes: 15 }),
  },
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#propose": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ id: bookingId, from: "2030-01-01T08:00:00Z", times: ["2030-01-01T09:00:00Z"] }),
  },
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#waive": {
    ...managers,
    thing: ({ bookingId }) => ({ id: bookingId, reason: "nothing" }),
  },
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#waiveDue": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ id: bookingId, reason: "nothing" }),
  },
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#takeDue": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ bookingId, method: "cash" }),
  },
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#takeDueCode": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ bookingId, code: "ZK12345678" }),
  },
  "app/dashboard/[tenantId]/bookings/desk-actions.ts#sendLink": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ id: bookingId }),
  },
  "app/dashboard/[tenantId]/bookings/series-actions.ts#placeSeries": atTheDesk,
  "app/dashboard/[tenantId]/bookings/series-actions.ts#cancelRest": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ id: bookingId, from: "confirmed", following: [bookingId] }),
  },
  "app/dashboard/[tenantId]/bookings/series-actions.ts#takeBackRest": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ steps: [{ id: bookingId, changeId: bookingId }] }),
  },
  "app/dashboard/[tenantId]/leave/actions.ts#leave": { answers: memberAction(), given: here, spends: true },
  "app/dashboard/[tenantId]/visits/actions.ts#correct": {
    answers: memberAction({ staff: 404 }),
    given: here,
    thing: ({ visitId }) => ({ id: visitId, revision: 0, notes: "Taken", reason: "Taken" }),
  },
  "app/dashboard/[tenantId]/till/actions.ts#sell": atTheDesk,
  "app/dashboard/[tenantId]/till/actions.ts#sellOther": {
    ...atTheDesk,
    thing: ({ saleId, serviceId }) => ({ saleId, revision: 0, lines: [{ serviceId }], key: "taken-taken" }),
  },
  "app/dashboard/[tenantId]/till/actions.ts#take": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ saleId, method: "cash", amountMinor: 100, key: "taken-taken" }),
  },
  "app/dashboard/[tenantId]/till/actions.ts#askPhone": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ saleId, amountMinor: 100, phone: "0712345678" }),
  },
  "app/dashboard/[tenantId]/till/actions.ts#takeCode": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ saleId, amountMinor: 100, code: "TAKEN12345" }),
  },
  "app/dashboard/[tenantId]/till/actions.ts#voidIt": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ saleId, reason: "Taken" }),
  },
  "app/dashboard/[tenantId]/till/actions.ts#send": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ saleId, channel: "email", to: "taken@example.test", key: "taken-taken" }),
  },
  "app/dashboard/[tenantId]/till/actions.ts#add": managers,
  "app/dashboard/[tenantId]/till/actions.ts#change": {
    ...managers,
    thing: ({ saleId }) => ({ productId: saleId, name: "Taken", priceMinor: 1 }),
  },
  "app/dashboard/[tenantId]/till/actions.ts#taxPrices": managers,
  "app/dashboard/[tenantId]/till/money-actions.ts#askBack": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ saleId, amountMinor: 100, method: "cash", reason: "Taken", key: "taken-taken" }),
  },
  "app/dashboard/[tenantId]/till/money-actions.ts#giveBack": {
    ...managers,
    thing: ({ saleId }) => ({ saleId, amountMinor: 100, method: "cash", reason: "Taken", key: "taken-taken" }),
  },
  "app/dashboard/[tenantId]/till/money-actions.ts#approve": {
    ...managers,
    thing: ({ saleId }) => ({ refundId: saleId }),
  },
  "app/dashboard/[tenantId]/till/money-actions.ts#decline": {
    ...managers,
    thing: ({ saleId }) => ({ refundId: saleId }),
  },
  "app/dashboard/[tenantId]/till/money-actions.ts#openTheDrawer": atTheDesk,
  "app/dashboard/[tenantId]/till/money-actions.ts#moveMoney": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ drawerId: saleId, kind: "out", amountMinor: 100, reason: "Taken", key: "taken-taken" }),
  },
  "app/dashboard/[tenantId]/till/money-actions.ts#countTheDrawer": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ drawerId: saleId, countedMinor: 0, note: "" }),
  },
  "app/dashboard/[tenantId]/till/money-actions.ts#closeTheDay": managers,
  "app/dashboard/[tenantId]/settings/plan/actions.ts#choose": owners,
  "app/dashboard/[tenantId]/settings/plan/actions.ts#pay": owners,
  "app/dashboard/[tenantId]/settings/plan/actions.ts#setEnds": owners,
  "app/dashboard/[tenantId]/settings/plan/actions.ts#askNobody": owners,
  [`${customers}#noteSaid`]: {
    ...atTheDesk,
    thing: ({ customerId }) => ({ customerId, purpose: "marketing", granted: true }),
  },
  [`${customers}#forgetCustomer`]: { ...owners, thing: ({ customerId }) => ({ customerId, name: "Taken" }) },
  "app/dashboard/[tenantId]/settings/import/actions.ts#tryImport": { ...managers, thing: aList },
  "app/dashboard/[tenantId]/settings/import/actions.ts#readInList": { ...managers, thing: aList },
  "app/dashboard/[tenantId]/settings/import/actions.ts#takeBackList": {
    ...managers,
    thing: ({ saleId }) => ({ importId: saleId }),
  },
  "app/dashboard/[tenantId]/settings/import/times/actions.ts#sayTimes": { ...owners },
  [`${customers}#makeOne`]: {
    ...managers,
    thing: ({ customerId, saleId }) => ({ keptId: customerId, goneId: saleId, take: [] }),
  },
  [`${customers}#sayApart`]: {
    ...managers,
    thing: ({ customerId, saleId }) => ({ oneId: customerId, otherId: saleId, apart: true }),
  },
  [`${customers}#makeTwo`]: { ...managers, thing: ({ saleId }) => ({ mergeId: saleId }) },
  "app/dashboard/[tenantId]/campaigns/actions.ts#keepCampaign": {
    ...managers,
    thing: ({ saleId }) => ({
      ...{ campaignId: saleId, name: "Taken", segment: "everybody", channel: "sms", body: "Taken" },
      ...{ when: { kind: "draft" }, key: "taken-from-there" },
    }),
  },
  "app/dashboard/[tenantId]/campaigns/actions.ts#moveIt": {
    ...managers,
    thing: ({ saleId }) => ({ campaignId: saleId, move: "cancel" }),
  },
  "app/dashboard/[tenantId]/campaigns/actions.ts#setAutomatic": managers,
  "app/dashboard/[tenantId]/rewards/actions.ts#makeReward": managers,
  "app/dashboard/[tenantId]/rewards/actions.ts#putReward": {
    ...managers,
    thing: ({ saleId }) => ({ rewardId: saleId, name: "Taken", kind: "gift" }),
  },
  "app/dashboard/[tenantId]/rewards/actions.ts#switchReward": {
    ...managers,
    thing: ({ saleId }) => ({ rewardId: saleId, active: false }),
  },
  "app/dashboard/[tenantId]/rewards/actions.ts#setEarning": managers,
  "app/dashboard/[tenantId]/rewards/actions.ts#giveCode": {
    ...managers,
    thing: ({ saleId }) => ({ customerId: saleId, rewardId: saleId, reason: "Taken", key: "taken-from-there" }),
  },
  "app/dashboard/[tenantId]/rewards/actions.ts#takeCodeBack": {
    ...managers,
    thing: ({ saleId }) => ({ voucherId: saleId, reason: "Taken" }),
  },
  "app/dashboard/[tenantId]/rewards/actions.ts#givePoints": {
    ...managers,
    thing: ({ saleId }) => ({ customerId: saleId, points: 5, reason: "Taken", key: "taken-from-there" }),
  },
  "app/dashboard/[tenantId]/settings/plan/actions.ts#sayOfPlatform": owners,
  "app/dashboard/[tenantId]/reviews/actions.ts#answerIt": {
    ...managers,
    thing: ({ saleId }) => ({ reviewId: saleId, answer: "Taken" }),
  },
  "app/dashboard/[tenantId]/reviews/actions.ts#hideIt": {
    ...managers,
    thing: ({ saleId }) => ({ reviewId: saleId, reason: "Taken" }),
  },
  "app/dashboard/[tenantId]/reviews/actions.ts#showIt": { ...managers, thing: ({ saleId }) => ({ reviewId: saleId }) },
  "app/dashboard/[tenantId]/enquiries/actions.ts#becomeIt": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ enquiryId: saleId, become: "deleted" }),
  },
  "app/dashboard/[tenantId]/customers/actions.ts#addOne": atTheDesk,
  "app/dashboard/[tenantId]/customers/actions.ts#changeOne": {
    ...atTheDesk,
    thing: ({ customerId }) => ({ customerId, to: { location: "Taken" }, seen: { location: "" } }),
  },
  "app/dashboard/[tenantId]/customers/actions.ts#putAway": {
    ...atTheDesk,
    thing: ({ customerId }) => ({ customerId }),
  },
  "app/dashboard/[tenantId]/customers/actions.ts#bringBack": {
    ...atTheDesk,
    thing: ({ customerId }) => ({ customerId }),
  },
  "app/dashboard/[tenantId]/customers/actions.ts#writeNote": {
    answers: memberAction(),
    given: here,
    thing: ({ customerId }) => ({ customerId, body: "Taken" }),
  },
  "app/dashboard/[tenantId]/customers/actions.ts#strikeIt": {
    answers: memberAction(),
    given: here,
    thing: ({ customerId }) => ({ customerId, noteId: customerId }),
  },
  "app/dashboard/[tenantId]/customers/actions.ts#newChild": {
    ...atTheDesk,
    thing: ({ customerId }) => ({ customerId, name: "Taken" }),
  },
  "app/dashboard/[tenantId]/customers/actions.ts#takeChild": {
    ...atTheDesk,
    thing: ({ customerId, saleId }) => ({ customerId, childId: saleId }),
  },
  "app/dashboard/[tenantId]/customers/actions.ts#letChildGo": {
    ...atTheDesk,
    thing: ({ customerId, saleId }) => ({ customerId, childId: saleId }),
  },
  "app/dashboard/[tenantId]/customers/actions.ts#keepGroup": atTheDesk,
  "app/dashboard/[tenantId]/customers/actions.ts#dropGroup": {
    ...atTheDesk,
    thing: ({ customerId }) => ({ segmentId: customerId }),
  },
  "app/dashboard/[tenantId]/bookings/handover-actions.ts#sayWhose": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ bookingId, choice: "new" }),
  },
  "app/dashboard/[tenantId]/bookings/handover-actions.ts#takeItBack": {
    ...atTheDesk,
    thing: ({ bookingId }) => ({ bookingId }),
  },
  "app/dashboard/[tenantId]/expenses/actions.ts#addExpense": atTheDesk,
  "app/dashboard/[tenantId]/expenses/actions.ts#putExpense": {
    ...managers,
    thing: ({ saleId }) => ({ expenseId: saleId, category: "other", description: "Taken", day: "2026-01-05" }),
  },
  "app/dashboard/[tenantId]/expenses/actions.ts#voidIt": {
    ...managers,
    thing: ({ saleId }) => ({ expenseId: saleId, reason: "Taken" }),
  },
  "app/dashboard/[tenantId]/expenses/actions.ts#paidDue": {
    ...managers,
    thing: ({ saleId }) => ({ recurringId: saleId, dueDay: "2026-01-05", amountMinor: 100, paidFrom: "elsewhere" }),
  },
  "app/dashboard/[tenantId]/expenses/actions.ts#notThisTime": {
    ...managers,
    thing: ({ saleId }) => ({ recurringId: saleId, dueDay: "2026-01-05" }),
  },
  "app/dashboard/[tenantId]/expenses/actions.ts#noMore": {
    ...managers,
    thing: ({ saleId }) => ({ recurringId: saleId }),
  },
  "app/dashboard/[tenantId]/stock/actions.ts#trackIt": {
    ...managers,
    thing: ({ saleId }) => ({ productId: saleId, unit: "piece", reorderLevel: 1 }),
  },
  "app/dashboard/[tenantId]/stock/actions.ts#receive": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ productId: saleId, units: 1, costMinor: 100, key: "taken-from-there" }),
  },
  "app/dashboard/[tenantId]/stock/actions.ts#adjust": {
    ...atTheDesk,
    thing: ({ saleId }) => ({
      ...{ productId: saleId, reason: "damaged", change: 1, note: "Taken", key: "taken-from-there" },
    }),
  },
  "app/dashboard/[tenantId]/stock/actions.ts#putRecipe": {
    ...managers,
    thing: ({ serviceId }) => ({ serviceId, items: [] }),
  },
  "app/dashboard/[tenantId]/stock/actions.ts#beginCount": atTheDesk,
  "app/dashboard/[tenantId]/stock/actions.ts#countIt": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ countId: saleId, productId: saleId, counted: 1 }),
  },
  "app/dashboard/[tenantId]/stock/actions.ts#throwCountAway": {
    ...atTheDesk,
    thing: ({ saleId }) => ({ countId: saleId }),
  },
  "app/dashboard/[tenantId]/stock/actions.ts#endCount": { ...atTheDesk, thing: ({ saleId }) => ({ countId: saleId }) },
  "app/dashboard/[tenantId]/payroll/actions.ts#putRate": {
    ...managers,
    thing: ({ staffId }) => ({ staffId, about: "services", kind: "percent", rate: 100 }),
  },
  "app/dashboard/[tenantId]/payroll/actions.ts#payAhead": {
    ...managers,
    thing: ({ staffId }) => ({ staffId, amountMinor: 100, paidFrom: "elsewhere", key: "ahead-ahead" }),
  },
  "app/dashboard/[tenantId]/payroll/actions.ts#takeBack": {
    ...managers,
    thing: ({ saleId }) => ({ advanceId: saleId }),
  },
  "app/dashboard/[tenantId]/payroll/actions.ts#settlePay": managers,
  "app/dashboard/[tenantId]/payroll/actions.ts#payOut": {
    ...managers,
    thing: ({ saleId, staffId }) => ({ periodId: saleId, staffId, paidFrom: "elsewhere" }),
  },
  ...Object.fromEntries(
    ["tellHere", "tellHereNoMore"].map((name) => [
      `app/dashboard/[tenantId]/notifications/actions.ts#${name}`,
      { answers: memberAction(), given: here },
    ]),
  ),
  "app/dashboard/[tenantId]/notifications/actions.ts#markRead": { answers: memberAction(), given: here },
  "app/dashboard/[tenantId]/members/actions.ts#change": ofMember,
  "app/dashboard/[tenantId]/members/actions.ts#invite": managers,
  "app/dashboard/[tenantId]/members/actions.ts#remove": ofMember,
  "app/dashboard/[tenantId]/members/actions.ts#requireFactor": owners,
  "app/dashboard/[tenantId]/members/actions.ts#sendAgain": ofMember,
  "app/dashboard/[tenantId]/members/actions.ts#withdraw": ofMember,
  "app/dashboard/[tenantId]/staff/actions.ts#addPerson": managers,
  "app/dashboard/[tenantId]/staff/actions.ts#changePerson": {
    ...managers,
    thing: ({ staffId }) => ({ id: staffId, to: { title: "Taken" } }),
  },
  "app/dashboard/[tenantId]/staff/actions.ts#setHours": {
    ...managers,
    thing: ({ staffId }) => ({ id: staffId, hours: [], anyway: true }),
  },
  "app/dashboard/[tenantId]/staff/actions.ts#makeCalendar": ofFeed,
  "app/dashboard/[tenantId]/staff/actions.ts#endCalendar": ofFeed,
  "app/dashboard/[tenantId]/staff/actions.ts#setBreaks": {
    ...managers,
    thing: ({ staffId }) => ({ id: staffId, breaks: [], anyway: true }),
  },
  "app/dashboard/[tenantId]/staff/actions.ts#setPersonsDay": {
    ...managers,
    thing: ({ staffId }) => ({ id: staffId, date: "2031-03-03", windows: [], breaks: [], anyway: true }),
  },
  "app/dashboard/[tenantId]/staff/actions.ts#clearPersonsDay": {
    ...managers,
    thing: ({ staffId }) => ({ id: staffId, date: "2031-03-03", anyway: true }),
  },
  "app/dashboard/[tenantId]/staff/actions.ts#setServices": {
    ...managers,
    thing: ({ staffId }) => ({ id: staffId, services: [] }),
  },
  "app/dashboard/[tenantId]/gallery/actions.ts#changeIt": {
    ...managers,
    thing: ({ visitId }) => ({ id: visitId, to: { isPublic: true } }),
  },
  "app/dashboard/[tenantId]/gallery/actions.ts#arrange": { ...managers, thing: ({ visitId }) => ({ ids: [visitId] }) },
  "app/dashboard/[tenantId]/gallery/actions.ts#takeOut": { ...managers, thing: ({ visitId }) => ({ id: visitId }) },
  "app/dashboard/[tenantId]/services/actions.ts#addToList": managers,
  "app/dashboard/[tenantId]/services/actions.ts#arrange": {
    ...managers,
    thing: ({ serviceId }) => ({ ids: [serviceId] }),
  },
  "app/dashboard/[tenantId]/services/actions.ts#changeOnList": {
    ...managers,
    thing: ({ serviceId }) => ({ id: serviceId, to: { priceMinor: 0 } }),
  },
  "app/dashboard/[tenantId]/services/actions.ts#takeOffList": {
    ...managers,
    thing: ({ serviceId }) => ({ id: serviceId, anyway: true }),
  },
  ...Object.fromEntries(
    [
      ...["setOpening", "setDay", "clearDay", "setOneHoliday", "setAllHolidays", "addToHouse", "setRules", "setTerms"],
      "setNotice",
      "changeHouse",
      "say",
      "fillHouse",
      "takeSamplesOut",
    ].map((name) => [`app/dashboard/[tenantId]/settings/actions.ts#${name}`, managers]),
  ),
  "app/dashboard/[tenantId]/settings/actions.ts#changeInHouse": {
    ...managers,
    thing: ({ serviceId }) => ({ id: serviceId, to: { name: "Taken" } }),
  },
  "app/dashboard/[tenantId]/settings/data/actions.ts#closeHouse": owners,
  "app/dashboard/[tenantId]/settings/data/actions.ts#keepHouse": owners,
  "app/dashboard/[tenantId]/settings/data/actions.ts#cancelAll": owners,
  "app/dashboard/[tenantId]/settings/data/actions.ts#readyToTake": owners,
  "app/dashboard/[tenantId]/settings/messages/actions.ts#setMessages": managers,
  "app/dashboard/[tenantId]/settings/api-keys/actions.ts#makeKey": owners,
  "app/dashboard/[tenantId]/settings/api-keys/actions.ts#revokeKey": {
    ...owners,
    thing: ({ bookingId: keyId }) => ({ keyId }),
  },
  "app/dashboard/[tenantId]/settings/integrations/actions.ts#tryMessage": managers,
  "app/dashboard/[tenantId]/settings/integrations/actions.ts#tryCallback": managers,
  ...Object.fromEntries(["setNumber", "tryKeys", "letTell"].map((name) => [`${mpesa}#${name}`, managers])),
  ...Object.fromEntries(
    ["match", "setAside", "markSeen", "deny", "explain", "askAgain"].map((name) => [`${money}#${name}`, atTheDesk]),
  ),
  [`${money}#payBack`]: managers,
  ...Object.fromEntries(["putKeys", "takeSimulator", "dropKeys"].map((name) => [`${mpesa}#${name}`, owners])),
  ...Object.fromEntries(
    [
      "setPlatformNumber",
      "putPlatformKeys",
      "takePlatformSimulator",
      "dropPlatformKeys",
      "tryPlatformKeys",
      "letTellPlatform",
    ].map((name) => [`app/admin/mpesa/actions.ts#${name}`, { answers: adminAction, given: nothing }]),
  ),
  "app/dashboard/[tenantId]/time-off/actions.ts#ask": {
    answers: memberAction(),
    given: here,
    thing: ({ staffId }) => ({ staffId, firstDay: "2031-03-03", lastDay: "2031-03-03" }),
  },
  "app/dashboard/[tenantId]/time-off/actions.ts#enter": {
    answers: memberAction({ staff: 404 }),
    given: here,
    thing: ({ staffId }) => ({ staffId, firstDay: "2031-03-03", lastDay: "2031-03-03" }),
  },
  "app/dashboard/[tenantId]/time-off/actions.ts#decide": {
    answers: memberAction({ staff: 404 }),
    given: here,
    thing: ({ bookingId }) => ({ id: bookingId, to: { to: "approved" } }),
  },
  "app/dashboard/[tenantId]/time-off/actions.ts#withdraw": {
    answers: memberAction(),
    given: here,
    thing: ({ bookingId }) => ({ id: bookingId }),
  },
  "app/dashboard/[tenantId]/my-day/actions.ts#block": {
    answers: memberAction(),
    given: here,
    thing: ({ staffId }) => ({ staffId, startsAt: "2031-03-03T09:00:00Z", minutes: 30, reason: "Taken" }),
  },
  "app/dashboard/[tenantId]/my-day/actions.ts#unblock": {
    answers: memberAction(),
    given: here,
    thing: ({ bookingId }) => ({ id: bookingId }),
  },
  "app/dashboard/[tenantId]/bookings/customer-actions.ts#noteDown": {
    answers: memberAction(),
    given: here,
    thing: ({ customerId }) => ({ id: customerId, allergies: "Taken", notes: "", seen: { allergies: "", notes: "" } }),
  },
  "app/dashboard/[tenantId]/bookings/misplaced/actions.ts#propose": {
    answers: memberAction({ staff: 404 }),
    given: here,
    thing: ({ bookingId }) => ({ ids: [bookingId] }),
  },
  "app/dashboard/[tenantId]/bookings/misplaced/actions.ts#keep": {
    answers: memberAction({ staff: 404 }),
    given: here,
    thing: ({ bookingId }) => ({ id: bookingId }),
  },
  "app/dashboard/[tenantId]/bookings/misplaced/actions.ts#askCustomers": {
    answers: memberAction({ staff: 404 }),
    given: here,
    thing: ({ bookingId }) => ({ ids: [bookingId] }),
  },
  "app/admin/work/actions.ts#tryAgain": { answers: adminAction, given: nothing },
  "app/admin/work/actions.ts#tryAllAgain": { answers: adminAction, given: nothing },
  "app/admin/enquiries/actions.ts#becomeOurs": { answers: adminAction, given: nothing },
  "app/admin/reviews/actions.ts#decideOnIt": { answers: adminAction, given: nothing },
  "app/admin/plans/actions.ts#keepPlan": { answers: adminAction, given: nothing },
  "app/admin/subscriptions/actions.ts#helpBusiness": { answers: adminAction, given: nothing },
  "app/admin/subscriptions/actions.ts#seenDoubt": { answers: adminAction, given: nothing },
  "app/admin/tenants/[id]/actions.ts#decide": {
    answers: adminAction,
    given: ({ tenantId }) => [{ reason: "", problem: "", times: 0 }, formOf({ id: tenantId })],
  },
};
