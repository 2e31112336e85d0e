"use client";

import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";

/** What is seldom needed; on phones also what the bar has no room for. */
export function WaysOn() {
  const { tenant } = useShell();
  const look = "underline underline-offset-4 hover:text-ink";
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2 px-4 pt-8 text-quiet md:px-6 xl:pl-8">
      {tenant.may.includes("audit.see") ? (
        <Link href={`/dashboard/${tenant.id}/audit`} className={`${look} lg:hidden`}>
          Who changed what
        </Link>
      ) : null}
      <Link href={`/dashboard/${tenant.id}/leave`} className={look}>
        Leave {tenant.name}
      </Link>
    </p>
  );
}
