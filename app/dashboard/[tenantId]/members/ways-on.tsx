"use client";

import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";

/** What is seldom needed. */
export function WaysOn() {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <p className="px-4 pt-8 text-quiet md:px-6 xl:pl-8">
      <Link href={`/dashboard/${tenant.id}/leave`} className="underline underline-offset-4 hover:text-ink">
        {say("Leave {name}", { name: tenant.name })}
      </Link>
    </p>
  );
}
