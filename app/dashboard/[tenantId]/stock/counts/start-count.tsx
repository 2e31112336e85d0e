"use client";

import { useRouter } from "next/navigation";
import { useAct } from "@/app/_components/data/use-act";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { beginCount } from "../actions";
import { countAddress } from "../stock-keys";

/** Begins a count, or goes on with the one that is open. */
export function StartCount() {
  const say = useSay();
  const { tenant } = useShell();
  const router = useRouter();
  const { busy, problem, run } = useDoing(useAct("stock"));
  const start = async () => {
    const count = await run((tenantId) => beginCount(tenantId, { start: true }));
    if (count) router.push(countAddress(tenant.id, count.id));
  };
  return (
    <>
      <Button onClick={start} aria-disabled={busy}>
        {say("Count")}
      </Button>
      <ProblemLine>{problem}</ProblemLine>
    </>
  );
}
