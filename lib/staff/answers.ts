import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Login, OpenInvitation, Skill, StaffProfile } from "./get-profile";
import type { StaffList, StaffListItem } from "./list-profiles";
import type { StaffDay } from "./list-staff-days";
import type { TimeOffItem, TimeOffPage } from "./list-time-off";
import type { Stretch } from "./rules";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const stretchAnswer = answerOf<Stretch>()(
  z.strictObject({ weekday: z.number(), from: z.number(), to: z.number() }),
);

export const staffListItemAnswer = answerOf<StaffListItem>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    colour: z.string(),
    active: z.boolean(),
    photo: z.string().nullable(),
    services: z.number(),
    login: z.string().nullable(),
    invited: z.boolean(),
  }),
);

export const staffListAnswer = answerOf<StaffList>()(
  z.strictObject({ items: z.array(staffListItemAnswer), position: z.string() }),
);

export const staffDayAnswer = answerOf<StaffDay>()(
  z.strictObject({
    date: z.string(),
    windows: z.array(z.tuple([z.number(), z.number()])).nullable(),
    breaks: z.array(z.tuple([z.number(), z.number()])),
  }),
);

export const skillAnswer = answerOf<Skill>()(
  z.strictObject({
    serviceId: z.string(),
    name: z.string(),
    category: z.string(),
    active: z.boolean(),
    durationMinutes: z.number(),
    priceMinor: z.number(),
    currency: z.string(),
    does: z.boolean(),
    ownDurationMinutes: z.number().nullable(),
    ownPriceMinor: z.number().nullable(),
  }),
);

export const loginAnswer = answerOf<Login>()(
  z.strictObject({
    userId: z.string(),
    name: z.string(),
    contact: z.string(),
    role: z.enum(["owner", "manager", "front_desk", "staff"]),
  }),
);

export const openInvitationAnswer = answerOf<OpenInvitation>()(
  z.strictObject({
    id: z.string(),
    destination: z.string(),
    role: z.enum(["owner", "manager", "front_desk", "staff"]),
    expiresAt: z.string(),
    expired: z.boolean(),
  }),
);

export const staffProfileAnswer = answerOf<StaffProfile>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    bio: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    colour: z.string(),
    active: z.boolean(),
    photo: z.string().nullable(),
    since: z.string(),
    commissionBp: z.number().nullable(),
    hours: z.array(stretchAnswer),
    breaks: z.array(stretchAnswer),
    days: z.array(staffDayAnswer),
    today: z.string(),
    businessHours: z.array(stretchAnswer),
    services: z.array(skillAnswer),
    login: loginAnswer.nullable(),
    invitation: openInvitationAnswer.nullable(),
    position: z.string(),
  }),
);

export const timeOffItemAnswer = answerOf<TimeOffItem>()(
  z.strictObject({
    id: z.string(),
    staffId: z.string(),
    staffName: z.string(),
    status: z.enum(["approved", "declined", "asked", "withdrawn"]),
    from: z.string(),
    to: z.string(),
    reason: z.string(),
    answer: z.string(),
    askedAt: z.string(),
    decidedBy: z.string().nullable(),
    bookings: z.number(),
  }),
);

export const timeOffPageAnswer = answerOf<TimeOffPage>()(
  z.strictObject({
    waiting: z.array(timeOffItemAnswer),
    items: z.array(timeOffItemAnswer),
    nextCursor: z.string().nullable(),
    position: z.string(),
  }),
);
