import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { BusinessSettings } from "./get-business";
import type { Room } from "./plan-room";
import type { PrivacyNotice } from "./privacy-notice";
import { type BusinessType, businessTypes } from "./rules";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const privacyNoticeAnswer = answerOf<PrivacyNotice>()(
  z.strictObject({ text: z.string(), changedAt: z.string().nullable(), position: z.string() }),
);

export const roomAnswer = answerOf<Room>()(
  z.strictObject({
    members: z.strictObject({ used: z.number(), limit: z.number().nullable() }),
    activeCustomers: z.strictObject({ used: z.number(), limit: z.number().nullable() }),
    messages: z.strictObject({ used: z.number(), limit: z.number().nullable() }),
  }),
);

export const businessSettingsAnswer = answerOf<BusinessSettings>()(
  z.strictObject({
    name: z.string(),
    businessType: z.enum(Object.keys(businessTypes) as BusinessType[]),
    city: z.string(),
    address: z.string(),
    mapLink: z.string().nullable(),
    phone: z.string(),
    whatsapp: z.string().nullable(),
    email: z.string().nullable(),
    about: z.string(),
    aboutSw: z.string(),
    timeZone: z.string(),
    language: z.enum(["en", "sw"]),
    listed: z.boolean(),
    slug: z.string(),
    formerSlugs: z.array(z.string()),
    colour: z.string(),
    logo: z.string().nullable(),
    currency: z.string(),
    status: z.string(),
    toCome: z.number(),
    position: z.string(),
  }),
);
