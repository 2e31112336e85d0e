import "server-only";
import { headers } from "next/headers";
import type { Self } from "@/lib/auth/own-account";
import { requestOrigin } from "./origin";
import type { Visitor } from "./visitor";

/** The visitor, as the verbs on one's own account want to know them. */
export const selfOf = async ({ user, sessionId }: Visitor): Promise<Self> => ({
  userId: user.id,
  sessionId,
  from: requestOrigin(await headers()),
});
