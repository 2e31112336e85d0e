"use client";

import { useRouter } from "next/navigation";
import { useSWRConfig } from "swr";
import { useProof } from "@/app/_components/auth/proof";
import { type Act, unreachable } from "@/app/_components/data/use-act";
import { useSay } from "@/app/_words/use-say";

/** Does something to the platform, after a proof where one is wanted, and shows what is drawn, and what `key` asks for, as it is then. */
export function useAdminAct(key?: string): Act {
  const say = useSay();
  const proving = useProof();
  const router = useRouter();
  const { mutate } = useSWRConfig();
  return async (work) => {
    try {
      const answer = await proving(() => work("platform"));
      if (key) await mutate((one) => typeof one === "string" && one.startsWith(key));
      router.refresh();
      return answer.ok ? answer : { ...answer, problem: say.known(answer.problem) };
    } catch {
      return { ok: false, problem: say(unreachable) };
    }
  };
}
