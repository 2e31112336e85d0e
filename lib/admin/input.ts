import { z } from "zod";
import { timeCursor } from "@/lib/platform/time-cursor";
import { typedText } from "@/lib/platform/typed-text";

/** Why; whether one is needed follows from the decision. */
export const decideInput = z.object({ reason: typedText(500).default("") });

export const listTenantsInput = z.object({
  q: typedText(80).default(""),
  status: z.enum(["pending", "active", "suspended", "rejected"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.uuid("is not a cursor").optional(),
});

export type ListTenantsInput = z.output<typeof listTenantsInput>;

/** Which of the businesses the file is of. */
export const tenantFileInput = z.object({
  q: listTenantsInput.shape.q,
  standing: listTenantsInput.shape.status,
});

/** A page of what one business has. */
export const tenantRowsInput = listTenantsInput.pick({ limit: true, cursor: true });
export type TenantRowsInput = z.output<typeof tenantRowsInput>;

export const outgoingInput = listTenantsInput.pick({ limit: true }).extend({
  cursor: timeCursor.optional(),
  tenant: z.uuid("is not a business").optional(),
  state: z.enum(["waiting", "sent", "failed"], "is waiting, sent or failed").optional(),
  channel: z.enum(["sms", "email", "push"], "is sms, email or push").optional(),
});
export type OutgoingInput = z.output<typeof outgoingInput>;
