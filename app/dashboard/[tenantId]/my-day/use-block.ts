"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { wayBack } from "@/app/_components/data/way-back";
import { useSay } from "@/app/_words/use-say";
import type { Blocked } from "@/lib/bookings/block-time";
import { block, unblock } from "./actions";

/** Takes a block off; whether it is off now. What is in the way is said. */
export function useUnblock() {
  const say = useSay();
  const act = useAct("bookings");
  return async (id: string): Promise<boolean> => {
    const freed = await act((tenantId) => unblock(tenantId, { id }));
    if (!freed.ok) {
      toast(freed.problem);
      return false;
    }
    const again = async () => {
      const blocked = await act((tenantId) => block(tenantId, freed.value));
      toast(blocked.ok ? say("Blocked again") : blocked.problem);
    };
    toast(say("That time can be booked again"), wayBack(say, again));
    return true;
  };
}

/** Says that time is blocked, with the way back for a while; later there is a button for it. */
export function useTellBlocked() {
  const say = useSay();
  const takeOff = useUnblock();
  return ({ id }: Blocked, words: string) =>
    toast(words, { description: say("Nobody can book it."), ...wayBack(say, () => takeOff(id)) });
}
