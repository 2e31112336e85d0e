"use client";

import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { KeepButton } from "./keep-button";

/** Where the business was closed, it is kept after all, too. */
export function KeepSection({ until }: { until: string }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <Section
      title={say("Being closed")}
      about={say("It reads and exports until {until}; then everything in it is deleted for good.", { until })}
    >
      {tenant.may.includes("business.close") ? <KeepButton /> : <p>{say("Its owner can still keep it.")}</p>}
    </Section>
  );
}
