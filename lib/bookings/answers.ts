import { z } from "zod";
import type { CancellationTerms } from "@/db/schema/tenants";
import type { Span } from "@/lib/availability/spans";
import { customerCardAnswer } from "@/lib/customers/answers";
import { answerOf } from "@/lib/platform/wire";
import { feeAnswer } from "@/lib/services/answers";
import type { Asked } from "./ask-for-another-time";
import type { Blocked } from "./block-time";
import type { Booked } from "./book-slot";
import type { Calendar, CalendarBlock, CalendarEntry, CalendarKept, CalendarPerson } from "./calendar";
import type { Changed } from "./change-booking";
import type { BookingFacts, ClassSeats } from "./get-booking";
import type { HousePolicy } from "./get-policy";
import type { AskedToMove } from "./internal/asked";
import type { BookingItem } from "./internal/booking-items";
import type { Dates } from "./internal/engine-input";
import type { BookingFee } from "./internal/fees";
import type { Handed } from "./internal/handed";
import type { InSeries } from "./internal/in-series";
import type { Proposal as ProposedTime } from "./internal/proposals";
import type { BookingPage } from "./list-bookings";
import type { Misplaced } from "./list-misplaced";
import type { OpenDays, OpenSlot } from "./list-open-slots";
import type { OwnBooking, OwnBookings } from "./list-own";
import type { SeriesDay, SeriesDays } from "./list-series";
import type { Waiting } from "./list-waiting";
import type { Moved } from "./move-booking";
import type { MyDay, MyWork } from "./my-day";
import type { PolicyPreview } from "./preview-policy";
import type { Proposal } from "./propose-moves";
import type { Proposed } from "./propose-times";
import type { Resized } from "./resize-booking";
import { type Clash, type PastStep, statuses } from "./rules";
import type { StartToday } from "./starts-in-turn";
import type { EarliestToday, WalkedIn } from "./walk-in";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const cancellationTermsAnswer = answerOf<CancellationTerms>()(
  z.strictObject({ freeHours: z.number(), late: feeAnswer.optional(), noShow: feeAnswer.optional() }),
);

export const openSlotAnswer = answerOf<OpenSlot>()(
  z.strictObject({
    startsAt: z.string(),
    staffId: z.string(),
    totalMinor: z.number(),
    seatsLeft: z.number().optional(),
    depositMinor: z.number().optional(),
  }),
);

export const openDaysAnswer = answerOf<OpenDays>()(
  z.strictObject({
    timeZone: z.string(),
    days: z.array(z.strictObject({ date: z.string(), slots: z.array(openSlotAnswer) })),
  }),
);

export const blockedAnswer = answerOf<Blocked>()(
  z.strictObject({ id: z.string(), startsAt: z.string(), endsAt: z.string() }),
);

export const bookingItemAnswer = answerOf<BookingItem>()(
  z.strictObject({
    id: z.string(),
    reference: z.string(),
    status: z.enum(statuses),
    startsAt: z.string(),
    endsAt: z.string(),
    customerName: z.string(),
    bookedAs: z.string().nullable(),
    services: z.array(z.string()),
    staffNames: z.array(z.string()),
    totalMinor: z.number(),
    currency: z.string(),
    notes: z.string(),
    expiresAt: z.string().nullable(),
    depositMinor: z.number().nullable(),
    deposit: z.enum(["due", "paid", "waived"]).nullable(),
    heldUp: z.boolean(),
    overbooked: z.boolean(),
  }),
);

export const waitingAnswer = answerOf<Waiting>()(
  z.strictObject({
    late: z.array(bookingItemAnswer),
    over: z.array(bookingItemAnswer),
    held: z.array(bookingItemAnswer),
    requests: z.array(bookingItemAnswer),
    timeOff: z.number(),
    position: z.string(),
    seq: z.number(),
  }),
);

export const bookingPageAnswer = answerOf<BookingPage>()(
  z.strictObject({
    items: z.array(bookingItemAnswer),
    nextCursor: z.string().nullable(),
    position: z.string(),
    seq: z.number(),
  }),
);

export const bookedAnswer = answerOf<Booked>()(
  z.strictObject({
    id: z.string(),
    reference: z.string(),
    status: z.enum(["requested", "held", "confirmed"]),
    startsAt: z.string(),
    endsAt: z.string(),
    deposit: z.strictObject({ amountMinor: z.number(), currency: z.string(), expiresAt: z.string() }).optional(),
  }),
);

export const pastStepAnswer = answerOf<PastStep>()(
  z.strictObject({
    id: z.string(),
    move: z.enum([
      "accept",
      "decline",
      "confirm",
      "release",
      "expire",
      "cancel",
      "check_in",
      "start",
      "complete",
      "miss",
      "move",
      "resize",
      "ask",
      "keep",
      "undo",
      "extend",
      "propose",
      "agree",
      "disagree",
      "pay",
    ]),
    by: z.enum(["customer", "member", "system"]),
    who: z.string().nullable(),
    reason: z.string(),
    at: z.string(),
  }),
);

export const proposedTimeAnswer = answerOf<ProposedTime>()(
  z.strictObject({ id: z.string(), startsAt: z.string(), staffName: z.string(), expiresAt: z.string() }),
);

export const askedToMoveAnswer = answerOf<AskedToMove>()(z.strictObject({ reason: z.string(), at: z.string() }));

export const classSeatsAnswer = answerOf<ClassSeats>()(
  z.strictObject({ id: z.string(), service: z.string(), taken: z.number(), seats: z.number() }),
);

export const bookingFeeAnswer = answerOf<BookingFee>()(
  z.strictObject({
    kind: z.enum(["no_show", "late_cancel"]),
    amountMinor: z.number(),
    currency: z.string(),
    fromDepositMinor: z.number(),
    status: z.enum(["waived", "owed", "kept"]),
    reason: z.string(),
  }),
);

export const inSeriesAnswer = answerOf<InSeries>()(
  z.strictObject({
    weeks: z.number(),
    bookings: z.array(
      z.strictObject({
        id: z.string(),
        startsAt: z.string(),
        status: z.enum(statuses),
      }),
    ),
  }),
);

export const handedAnswer = answerOf<Handed>()(
  z.strictObject({
    choice: z.enum(["new", "same", "dependant"]),
    typed: z.string(),
    onNumberOf: z.string(),
    who: z.string().nullable(),
  }),
);

export const bookingFactsAnswer = answerOf<BookingFacts>()(
  bookingItemAnswer.extend({
    customer: customerCardAnswer,
    history: z.array(pastStepAnswer),
    proposals: z.array(proposedTimeAnswer),
    overbookedWhy: z.string(),
    asked: askedToMoveAnswer.nullable(),
    parts: z.array(
      z.strictObject({
        id: z.string(),
        service: z.string(),
        staffName: z.string(),
        startsAt: z.string(),
        minutes: z.number(),
      }),
    ),
    classes: z.array(classSeatsAnswer),
    fee: bookingFeeAnswer.nullable(),
    series: inSeriesAnswer.nullable(),
    handed: handedAnswer.nullable(),
  }),
);

export const movedAnswer = answerOf<Moved>()(
  z.strictObject({ id: z.string(), changeId: z.string(), startsAt: z.string() }),
);

export const changedAnswer = answerOf<Changed>()(
  z.strictObject({
    id: z.string(),
    changeId: z.string(),
    status: z.enum(statuses),
  }),
);

export const resizedAnswer = answerOf<Resized>()(
  z.strictObject({ id: z.string(), changeId: z.string(), endsAt: z.string() }),
);

export const proposedAnswer = answerOf<Proposed>()(z.strictObject({ id: z.string(), changeId: z.string() }));

export const askedAnswer = answerOf<Asked>()(
  z.strictObject({
    asked: z.array(z.strictObject({ id: z.string(), changeId: z.string() })),
    passed: z.array(z.string()),
  }),
);

export const misplacedAnswer = answerOf<Misplaced>()(
  z.strictObject({ ids: z.array(z.string()), asked: z.array(z.string()), position: z.string() }),
);

export const proposalAnswer = answerOf<Proposal>()(
  z.strictObject({
    booking: bookingItemAnswer,
    why: z.enum(["person", "hours", "absent", "room"]).nullable(),
    askedAt: z.string().nullable(),
    to: z
      .strictObject({ startsAt: z.string(), staffId: z.string().optional(), staffNames: z.array(z.string()) })
      .nullable(),
  }),
);

export const clashAnswer = answerOf<Clash>()(
  z.strictObject({
    why: z.enum(["too_soon", "taken", "past", "no_such_time", "beyond", "holiday", "closed", "away"]),
    about: z.string().optional(),
  }),
);

export const seriesDayAnswer = answerOf<SeriesDay>()(
  z.strictObject({
    date: z.string(),
    startsAt: z.string().nullable(),
    staffNames: z.array(z.string()),
    totalMinor: z.number(),
    clash: clashAnswer.nullable(),
    free: z.array(openSlotAnswer),
    nearest: openSlotAnswer.nullable(),
  }),
);

export const seriesDaysAnswer = answerOf<SeriesDays>()(
  z.strictObject({ dates: z.array(seriesDayAnswer), currency: z.string(), terms: z.string() }),
);

export const datesAnswer = answerOf<Dates>()(z.strictObject({ from: z.string(), to: z.string() }));

export const spanAnswer = answerOf<Span>()(z.strictObject({ from: z.number(), to: z.number() }));

export const calendarPersonAnswer = answerOf<CalendarPerson>()(
  z.strictObject({ id: z.string(), name: z.string(), windows: z.array(spanAnswer), away: z.array(spanAnswer) }),
);

export const calendarEntryAnswer = answerOf<CalendarEntry>()(
  z.strictObject({
    from: z.number(),
    to: z.number(),
    id: z.string(),
    bookingId: z.string(),
    bookingStartsAt: z.string(),
    staffId: z.string(),
    status: z.enum(statuses),
    customer: z.string(),
    service: z.string(),
    serviceId: z.string(),
    category: z.string(),
    segments: z.array(z.strictObject({ kind: z.enum(["work", "gap"]), minutes: z.number() })),
    before: z.number(),
    after: z.number(),
    place: z.number(),
    of: z.number(),
    isSeat: z.boolean(),
    overbooked: z.boolean(),
    heldUp: z.boolean(),
    hasNotes: z.boolean(),
    awaitsDeposit: z.boolean(),
    expiresAt: z.string().nullable(),
  }),
);

export const calendarKeptAnswer = answerOf<CalendarKept>()(
  z.strictObject({
    from: z.number(),
    to: z.number(),
    id: z.string(),
    staffId: z.string(),
    bookingId: z.string().nullable(),
    for: z.string().nullable(),
    until: z.string(),
  }),
);

export const calendarBlockAnswer = answerOf<CalendarBlock>()(
  z.strictObject({ from: z.number(), to: z.number(), id: z.string(), staffId: z.string(), reason: z.string() }),
);

export const calendarAnswer = answerOf<Calendar>()(
  z.strictObject({
    dates: datesAnswer,
    days: z.array(z.strictObject({ from: z.number(), to: z.number(), date: z.string() })),
    people: z.array(calendarPersonAnswer),
    entries: z.array(calendarEntryAnswer),
    kept: z.array(calendarKeptAnswer),
    blocks: z.array(calendarBlockAnswer),
    stepMinutes: z.number(),
    buffers: z.enum(["larger", "add"]),
    position: z.string(),
    seq: z.number(),
  }),
);

export const myWorkAnswer = answerOf<MyWork>()(
  calendarEntryAnswer.extend({
    bookingEndsAt: z.string(),
    customerId: z.string(),
    knownAs: z.string().nullable(),
    allergies: z.string(),
    notes: z.string(),
    wish: z.string(),
    addons: z.array(z.string()),
    where: z.array(z.string()),
  }),
);

export const myDayAnswer = answerOf<MyDay>()(
  z.strictObject({
    date: z.string(),
    day: spanAnswer,
    staffId: z.string(),
    windows: z.array(spanAnswer),
    breaks: z.array(spanAnswer),
    off: z.array(spanAnswer),
    work: z.array(myWorkAnswer),
    kept: z.array(calendarKeptAnswer),
    blocks: z.array(calendarBlockAnswer),
    position: z.string(),
  }),
);

export const startTodayAnswer = answerOf<StartToday>()(
  z.strictObject({
    startsAt: z.string(),
    endsAt: z.string(),
    staffId: z.string(),
    staffName: z.string(),
    isNow: z.boolean(),
  }),
);

export const policyPreviewAnswer = answerOf<PolicyPreview>()(
  z.strictObject({
    house: z.string(),
    service: z.string().nullable(),
    times: z.array(z.string()),
    confirm: z.enum(["auto", "desk"]),
    deposit: z.string(),
    terms: z.string(),
  }),
);

export const housePolicyAnswer = answerOf<HousePolicy>()(
  z.strictObject({
    policy: z.strictObject({
      noticeMinutes: z.number(),
      horizonDays: z.number(),
      stepMinutes: z.number(),
      buffers: z.enum(["larger", "add"]),
      confirm: z.enum(["desk", "auto"]),
      anyStaff: z.enum(["order", "fairest", "least_gaps", "usual"]).optional(),
      gapAware: z.boolean().optional(),
      visitsPerDay: z.number().optional(),
      closedOnHolidays: z.boolean().optional(),
      openOnHolidays: z.array(z.string()).optional(),
      cancellation: cancellationTermsAnswer.optional(),
      deposits: z
        .strictObject({
          newCustomers: feeAnswer.optional(),
          afterNoShow: z
            .strictObject({
              fee: feeAnswer,
              days: z.number(),
            })
            .optional(),
          busyTimes: z
            .strictObject({
              fee: feeAnswer,
              weekdays: z.array(z.number()),
              from: z.number(),
              to: z.number(),
            })
            .optional(),
          trustedAfter: z.number().optional(),
        })
        .optional(),
      channels: z
        .strictObject({
          public: z
            .strictObject({ noticeMinutes: z.number().optional(), horizonDays: z.number().optional() })
            .optional(),
          desk: z.strictObject({ noticeMinutes: z.number().optional(), horizonDays: z.number().optional() }).optional(),
          api: z.strictObject({ noticeMinutes: z.number().optional(), horizonDays: z.number().optional() }).optional(),
        })
        .optional(),
    }),
    timeZone: z.string(),
    currency: z.string(),
    apart: z.array(z.strictObject({ id: z.string(), name: z.string(), confirm: z.enum(["desk", "auto"]) })),
    canBePaid: z.boolean(),
    position: z.string(),
  }),
);

export const earliestTodayAnswer = answerOf<EarliestToday>()(
  z.strictObject({
    serviceId: z.string(),
    name: z.string(),
    priceMinor: z.number(),
    currency: z.string(),
    minutes: z.number(),
    start: startTodayAnswer.nullable(),
    before: z.number(),
  }),
);

export const walkedInAnswer = answerOf<WalkedIn>()(
  z.strictObject({ id: z.string(), startsAt: z.string(), isHere: z.boolean() }),
);

export const ownBookingAnswer = answerOf<OwnBooking>()(
  z.strictObject({
    id: z.string(),
    reference: z.string(),
    status: z.string(),
    startsAt: z.string(),
    services: z.array(z.string()),
    staffNames: z.array(z.string()),
    customerName: z.string(),
    token: z.string(),
  }),
);

export const ownBookingsAnswer = answerOf<OwnBookings>()(
  z.strictObject({ toCome: z.array(ownBookingAnswer), past: z.array(ownBookingAnswer) }),
);
