"use client";

import { toast } from "sonner";
import useSWR, { useSWRConfig } from "swr";
import { useProof } from "@/app/_components/auth/proof";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import type { TeamList } from "@/lib/members/list-members";
import { teamKey } from "./team-key";

export function useTeam(): TeamList | undefined {
  const { tenant } = useShell();
  return useSWR<TeamList>(teamKey(tenant.id), fetchJson).data;
}

type Answer = { ok: true } | { ok: false; problem: string; fields?: Record<string, string[]>; code?: string };

const unreachable = "That did not reach the server. Please try again.";

/** Does something to the team, after a proof where one is wanted, and shows what it is like then. Answers what is in the way, or null. */
export function useDo(): (
  work: (tenantId: string) => Promise<Answer>,
) => Promise<Exclude<Answer, { ok: true }> | null> {
  const { tenant } = useShell();
  const { mutate } = useSWRConfig();
  const proving = useProof();
  return async (work) => {
    try {
      const answer = await proving(() => work(tenant.id));
      await mutate(teamKey(tenant.id));
      return answer.ok ? null : answer;
    } catch {
      return { ok: false, problem: unreachable };
    }
  };
}

/** The same for what has no place of its own to say what is in the way. */
export function useDoAndTell() {
  const act = useDo();
  return async (work: (tenantId: string) => Promise<Answer>, told: string): Promise<boolean> => {
    const not = await act(work);
    toast(not ? not.problem : told);
    return not === null;
  };
}
