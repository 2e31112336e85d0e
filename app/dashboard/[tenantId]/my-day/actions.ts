"use server";

import { z } from "zod";
import { done, memberAction } from "@/app/_server/action";
import { blockStopped } from "@/app/_server/block-refused";
import { blockTime } from "@/lib/bookings/block-time";
import { blockTimeInput } from "@/lib/bookings/input";
import { unblockTime } from "@/lib/bookings/unblock-time";

export const block = memberAction("time.block", blockTimeInput, async (scope, _, wish) => {
  const blocked = await blockTime(scope, wish);
  return blocked.ok ? done(blocked.value) : blockStopped(blocked);
});

const id = z.uuid("is not an id").toLowerCase();

export const unblock = memberAction("time.block", z.object({ id }), async (scope, _, wish) => {
  const freed = await unblockTime(scope, wish.id);
  return freed.ok ? done(freed.value) : blockStopped(freed);
});
