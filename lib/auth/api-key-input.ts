import { z } from "zod";
import { typedName } from "@/lib/platform/typed-text";
import { apiScopes } from "./scopes";

export const makeKeyInput = z.object({
  name: typedName(40, "is needed"),
  scopes: z
    .array(z.enum(apiScopes, "is no scope"), "is a list")
    .min(1, "are needed")
    .max(apiScopes.length, "are too many"),
  /** So many days; null: until it is revoked. */
  days: z.union([z.literal([30, 90, 365]), z.null()], "is 30, 90, 365 or null"),
});
export type MakeKeyInput = z.output<typeof makeKeyInput>;

export const revokeKeyInput = z.object({ keyId: z.uuid("is not an id").toLowerCase() });
