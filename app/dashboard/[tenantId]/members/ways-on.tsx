"use client";

import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";

/** What is seldom needed. */
export function WaysOn() {
  const { tenant } = useShell();
  return (
    <p className="px-4 pt-8 text-quiet md:px-6 xl:pl-8">
      <Link href={`/dashboard/${tenant.id}/leave`} className="underline underline-offset-4 hover:text-ink">
        Leave {tenant.name}
      </Link>
    </p>
  );
}
