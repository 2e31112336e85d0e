import { z } from "zod";
import { listDevices } from "@/app/_server/devices";
import { selfCommand, selfQuestion } from "@/app/_server/route";
import { selfOf } from "@/app/_server/self";
import { endOtherSessions } from "@/lib/auth/end-sessions";

export const GET = selfQuestion("self", async (visitor) => ({ items: await listDevices(visitor) }));

/** All but the one that asks. */
export const DELETE = selfCommand("self", z.unknown(), async (visitor) => ({
  ended: await endOtherSessions(await selfOf(visitor)),
}));
