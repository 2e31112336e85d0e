import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { InvitationItem, MemberItem, TeamList } from "./list-members";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const memberItemAnswer = answerOf<MemberItem>()(
  z.strictObject({
    userId: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    role: z.enum(["owner", "manager", "front_desk", "staff"]),
    staffId: z.string().nullable(),
    staffName: z.string().nullable(),
    joinedAt: z.string(),
    hasSecondFactor: z.boolean(),
    photo: z.string().nullable(),
  }),
);

export const invitationItemAnswer = answerOf<InvitationItem>()(
  z.strictObject({
    id: z.string(),
    destination: z.string(),
    role: z.enum(["owner", "manager", "front_desk", "staff"]),
    staffId: z.string().nullable(),
    staffName: z.string().nullable(),
    invitedBy: z.string(),
    sentAt: z.string(),
    expiresAt: z.string(),
    expired: z.boolean(),
  }),
);

export const teamListAnswer = answerOf<TeamList>()(
  z.strictObject({
    members: z.array(memberItemAnswer),
    invitations: z.array(invitationItemAnswer),
    staff: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    secondFactorRequired: z.boolean(),
    position: z.string(),
  }),
);
