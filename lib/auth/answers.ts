import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { ResetWay } from "./ask-password-reset";
import type { ApiKeyItem, ApiKeyList } from "./list-api-keys";
import type { AuditEntry, Values } from "./list-audit";
import type { Profile } from "./profile";
import { apiScopes } from "./scopes";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const resetWayAnswer = answerOf<ResetWay>()(
  z.union([
    z.strictObject({ by: z.literal("email") }),
    z.strictObject({ by: z.literal("phone"), challenge: z.string() }),
  ]),
);

export const profileAnswer = answerOf<Profile>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: z.enum(["en", "sw"]),
    preferences: z.strictObject({ bookings: z.enum(["none", "all", "own"]), byEmail: z.boolean() }),
    hasSecondFactor: z.boolean(),
    recoveryCodesLeft: z.number(),
  }),
);

export const valuesAnswer = answerOf<Values>()(z.record(z.string(), z.unknown()));

export const auditEntryAnswer = answerOf<AuditEntry>()(
  z.strictObject({
    id: z.string(),
    at: z.string(),
    actor: z.enum(["customer", "api", "admin", "public", "member", "user", "system"]),
    who: z.string().nullable(),
    action: z.string(),
    entity: z.string(),
    entityId: z.string(),
    about: z.string().nullable(),
    before: valuesAnswer.nullable(),
    after: valuesAnswer.nullable(),
    erased: z.boolean(),
    address: z.string(),
  }),
);

export const apiKeyItemAnswer = answerOf<ApiKeyItem>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.enum(apiScopes)),
    madeBy: z.string(),
    madeAt: z.string(),
    lastUsedAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  }),
);

export const apiKeyListAnswer = answerOf<ApiKeyList>()(
  z.strictObject({ items: z.array(apiKeyItemAnswer), position: z.string() }),
);
