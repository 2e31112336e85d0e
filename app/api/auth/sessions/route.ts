import { z } from "zod";
import { listDevices } from "@/app/_server/devices";
import { selfCommand, selfQuestion } from "@/app/_server/route";
import { revokeSessionsOf } from "@/lib/auth/sessions";

export const GET = selfQuestion("self", async (visitor) => ({ items: await listDevices(visitor) }));

/** All but the one that asks. */
export const DELETE = selfCommand("self", z.unknown(), async ({ user, sessionId }) => ({
  ended: await revokeSessionsOf(user.id, sessionId),
}));
