"use client";

import { toast } from "sonner";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import type { ActionAnswer } from "@/app/_server/action";
import type { TeamList } from "@/lib/members/list-members";
import { teamKey } from "./team-key";

export function useTeam(): TeamList | undefined {
  const { tenant } = useShell();
  return useSWR<TeamList>(teamKey(tenant.id), fetchJson).data;
}

type Answer = ActionAnswer<unknown>;

/** Does something to the team. Answers what is in the way, or null. */
export function useDo(): (
  work: (tenantId: string) => Promise<Answer>,
) => Promise<Exclude<Answer, { ok: true }> | null> {
  const act = useAct("members");
  return async (work) => {
    const answer = await act(work);
    return answer.ok ? null : answer;
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
