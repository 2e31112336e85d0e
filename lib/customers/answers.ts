import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Consent } from "./consent";
import type { CustomerCard } from "./customer-card";
import type { FoundCustomer } from "./find-customers";
import type { CustomerFile, Named } from "./get-customer";
import type { Groups } from "./groups";
import type { CustomerItem, CustomerPage } from "./list-customers";
import type { OwnChild, OwnCustomer } from "./own-customer";
import type { TimelineItem, TimelinePage } from "./timeline";
import type { TopCustomer, TopCustomers } from "./top-customers";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const customerCardAnswer = answerOf<CustomerCard>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    allergies: z.string().nullable(),
    notes: z.string().nullable(),
    since: z.string(),
    visits: z.number(),
    lastVisit: z.string().nullable(),
    missed: z.number(),
    owes: z.array(z.strictObject({ amountMinor: z.number(), currency: z.string() })).nullable(),
  }),
);

export const customerItemAnswer = answerOf<CustomerItem>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    status: z.enum(["active", "blocked", "vip", "inactive"]),
    tags: z.array(z.string()),
    location: z.string(),
    photo: z.string().nullable(),
    visits: z.number(),
    lastVisit: z.string().nullable(),
    guardianName: z.string().nullable(),
  }),
);

export const customerPageAnswer = answerOf<CustomerPage>()(
  z.strictObject({
    items: z.array(customerItemAnswer),
    total: z.number(),
    nextCursor: z.string().nullable(),
    position: z.string(),
  }),
);

export const namedAnswer = answerOf<Named>()(z.strictObject({ id: z.string(), name: z.string() }));

export const customerFileAnswer = answerOf<CustomerFile>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    allergies: z.string().nullable(),
    notes: z.string().nullable(),
    since: z.string(),
    visits: z.number(),
    lastVisit: z.string().nullable(),
    missed: z.number(),
    owes: z.array(z.strictObject({ amountMinor: z.number(), currency: z.string() })).nullable(),
    email: z.string().nullable(),
    status: z.enum(["active", "blocked", "vip", "inactive"]),
    location: z.string(),
    birthday: z.string().nullable(),
    tags: z.array(z.string()),
    preferredStaff: namedAnswer.nullable(),
    favourites: z.array(namedAnswer),
    serviceNotes: z.string(),
    language: z.enum(["en", "sw"]),
    photo: z.string().nullable(),
    archivedAt: z.string().nullable(),
    hasPortal: z.boolean(),
    guardian: namedAnswer.nullable(),
    children: z.array(namedAnswer),
    spentMinor: z.number().nullable(),
    currency: z.string(),
    everyDays: z.number().nullable(),
    next: z.strictObject({ bookingId: z.string(), startsAt: z.string() }).nullable(),
    points: z.number().nullable(),
    conversationId: z.string().nullable(),
    twin: namedAnswer.nullable(),
    position: z.string(),
  }),
);

export const timelineItemAnswer = answerOf<TimelineItem>()(
  z.strictObject({
    at: z.string(),
    id: z.string(),
    title: z.string(),
    currency: z.string().nullable(),
    status: z.string().nullable(),
    who: z.string().nullable(),
    kind: z.enum([
      "message",
      "booking",
      "visit",
      "payment",
      "conversation",
      "review",
      "points",
      "voucher",
      "note",
      "consent",
      "photo",
    ]),
    what: z.string().nullable(),
    failure: z.string().nullable(),
    count: z.number().nullable(),
    opens: z.string().nullable(),
    struck: z.boolean(),
    amountMinor: z.number().nullable(),
  }),
);

export const timelinePageAnswer = answerOf<TimelinePage>()(
  z.strictObject({ items: z.array(timelineItemAnswer), nextCursor: z.string().nullable() }),
);

export const consentAnswer = answerOf<Consent>()(
  z.strictObject({
    purpose: z.enum(["marketing", "photos"]),
    channel: z.enum(["any", "push", "email", "sms"]),
    granted: z.boolean(),
    wording: z.string(),
    source: z.enum(["message", "booking_page", "portal", "desk", "import"]),
    at: z.string(),
    by: z.string().nullable(),
  }),
);

export const foundCustomerAnswer = answerOf<FoundCustomer>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    lastVisit: z.string().nullable(),
    blocked: z.boolean(),
  }),
);

export const groupsAnswer = answerOf<Groups>()(
  z.strictObject({
    builtIn: z.array(
      z.strictObject({
        segment: z.enum(["new", "regular", "lapsing", "lost", "big_spenders", "birthday", "no_shows", "vip"]),
        total: z.number(),
      }),
    ),
    own: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        rule: z.strictObject({
          tag: z.string().optional(),
          visitsAtLeast: z.number().optional(),
          spentAtLeastMinor: z.number().optional(),
          awayDays: z.number().optional(),
          serviceId: z.string().optional(),
        }),
        total: z.number(),
      }),
    ),
    currency: z.string(),
    services: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    position: z.string(),
  }),
);

export const topCustomerAnswer = answerOf<TopCustomer>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    visits: z.number(),
    spentMinor: z.number(),
    lastVisit: z.string(),
    everyDays: z.number(),
  }),
);

export const topCustomersAnswer = answerOf<TopCustomers>()(
  z.strictObject({
    by: z.enum(["visits", "spend", "risk"]),
    currency: z.string(),
    items: z.array(topCustomerAnswer),
    position: z.string(),
  }),
);

export const ownCustomerAnswer = answerOf<OwnCustomer>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: z.enum(["en", "sw"]),
    wishes: z.strictObject({ bySms: z.boolean(), byEmail: z.boolean() }),
  }),
);

export const ownChildAnswer = answerOf<OwnChild>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    birthday: z.string().nullable(),
    archived: z.boolean(),
    onTheirOwn: z.boolean(),
  }),
);
