"use client";

import { useState } from "react";
import type { ActionAnswer } from "@/app/_server/action";
import type { Act } from "./use-act";

/** One button's work: whether it is under way, and what is in its way. */
export function useDoing(act: Act) {
  const [state, setState] = useState({ busy: false, problem: "" });
  const run = async <T>(work: (tenantId: string) => Promise<ActionAnswer<T>>): Promise<T | undefined> => {
    if (state.busy) return;
    setState({ busy: true, problem: "" });
    const answer = await act(work);
    setState({ busy: false, problem: answer.ok ? "" : answer.problem });
    return answer.ok ? answer.value : undefined;
  };
  return { ...state, run };
}
