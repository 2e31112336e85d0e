"use client";

import { useSWRConfig } from "swr";
import type { ActionAnswer } from "@/app/_server/action";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { Touched } from "@/lib/events/rules";
import { useProof } from "../auth/proof";
import { useShell } from "../shell/shell-context";
import { apiBase, isTouched } from "./keys";

export const unreachable = phrase("That did not reach the server. Please try again.");

/** Does it, and answers; what is shown is as it is then. */
export type Act = <T>(work: (tenantId: string) => Promise<ActionAnswer<T>>) => Promise<ActionAnswer<T>>;

/** What is drawn from the same beside it. */
const along: Partial<Record<Touched, readonly Touched[]>> = {
  bookings: ["calendar", "me", "customers"],
  customers: ["top-customers", "bookings"],
  till: ["sales", "products", "visits"],
  rewards: ["customer-rewards", "customers"],
};

/** Does something in the business, after a proof where one is wanted, and shows what `area` is like then. */
export function useAct(area: Touched): Act {
  const say = useSay();
  const { tenant } = useShell();
  const { mutate } = useSWRConfig();
  const proving = useProof();
  return async (work) => {
    try {
      const answer = await proving(() => work(tenant.id));
      await mutate((key) => isTouched(key, apiBase(tenant.id), new Set<Touched>([area, ...(along[area] ?? [])])));
      return answer.ok ? answer : { ...answer, problem: say.known(answer.problem) };
    } catch {
      return { ok: false, problem: say(unreachable) };
    }
  };
}
