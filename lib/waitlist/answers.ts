import { z } from "zod";
import { startTodayAnswer } from "@/lib/bookings/answers";
import { answerOf } from "@/lib/platform/wire";
import type { Turned } from "./change-turn";
import type { Joined } from "./join-waitlist";
import type { Queue, QueuedTicket, TurnLine } from "./list-queue";
import type { LogLine, LogPage, WaitingEntry, Waitlist } from "./list-waitlist";
import type { Taken } from "./take-ticket";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const queuedTicketAnswer = answerOf<QueuedTicket>()(
  z.strictObject({
    id: z.string(),
    number: z.number(),
    status: z.enum(["waiting", "called"]),
    customerName: z.string(),
    serviceName: z.string(),
    staffName: z.string().nullable(),
    calledTo: z.string().nullable(),
    calledAt: z.string().nullable(),
    skips: z.number(),
    createdAt: z.string(),
    start: startTodayAnswer.nullable(),
  }),
);

export const turnLineAnswer = answerOf<TurnLine>()(
  z.strictObject({
    id: z.string(),
    number: z.number(),
    step: z.enum(["undo", "take", "call", "recall", "skip", "serve", "leave", "remove"]),
    place: z.number().nullable(),
    by: z.enum(["customer", "member", "system"]),
    who: z.string().nullable(),
    at: z.string(),
  }),
);

export const queueAnswer = answerOf<Queue>()(
  z.strictObject({
    tickets: z.array(queuedTicketAnswer),
    log: z.array(turnLineAnswer),
    servedToday: z.number(),
    position: z.string(),
  }),
);

export const takenAnswer = answerOf<Taken>()(z.strictObject({ id: z.string(), number: z.number() }));

export const turnedAnswer = answerOf<Turned>()(
  z.strictObject({
    id: z.string(),
    stepId: z.string(),
    status: z.enum(["waiting", "called", "served", "left", "removed"]),
    bookingId: z.string().nullable(),
  }),
);

export const waitingEntryAnswer = answerOf<WaitingEntry>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    serviceName: z.string(),
    staffName: z.string().nullable(),
    windows: z.array(
      z.strictObject({ from: z.string(), to: z.string(), fromMinute: z.number(), toMinute: z.number() }),
    ),
    createdAt: z.string(),
    source: z.enum(["public", "desk"]),
    unanswered: z.number(),
    offer: z
      .strictObject({
        bookingId: z.string(),
        startsAt: z.string(),
        expiresAt: z.string(),
        staffName: z.string(),
        isRequest: z.boolean(),
      })
      .nullable(),
  }),
);

export const waitlistAnswer = answerOf<Waitlist>()(
  z.strictObject({ entries: z.array(waitingEntryAnswer), position: z.string() }),
);

export const joinedAnswer = answerOf<Joined>()(z.strictObject({ id: z.string() }));

export const logLineAnswer = answerOf<LogLine>()(
  z.strictObject({
    id: z.string(),
    roundId: z.string(),
    entryId: z.string(),
    name: z.string(),
    serviceName: z.string(),
    verdict: z.enum([
      "offered",
      "declined",
      "taken",
      "ended",
      "fits_less",
      "waits_less",
      "other_person",
      "other_times",
      "no_room",
      "has_offer",
      "asked_before",
      "begins_too_soon",
      "many_asked",
      "not_bookable",
      "unanswered",
    ]),
    freed: z.strictObject({ staffIds: z.array(z.string()), startsAt: z.string(), endsAt: z.string() }).nullable(),
    freedWith: z.string().nullable(),
    startsAt: z.string().nullable(),
    at: z.string(),
  }),
);

export const logPageAnswer = answerOf<LogPage>()(
  z.strictObject({ lines: z.array(logLineAnswer), next: z.string().nullable() }),
);
