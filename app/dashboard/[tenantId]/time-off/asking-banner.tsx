"use client";

import { Clock } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { TimeOffPage } from "@/lib/staff/list-time-off";
import { timeOffKey } from "./time-off-key";

/** Leads to the people who wait for an answer; nothing while nobody does, or for who cannot give one. */
export function AskingBanner() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<TimeOffPage>(
    tenant.may.includes("time_off.decide") ? timeOffKey(tenant.id) : null,
    fetchJson,
  );
  const names = [...new Set(data?.waiting.map(({ staffName }) => staffName))];
  if (names.length === 0) return null;
  return (
    <Link
      href={`/dashboard/${tenant.id}/time-off`}
      className="flex items-center gap-2 border-b px-4 py-(--row) text-requested hover:bg-wash focus-visible:-outline-offset-2 md:px-6 xl:pl-8"
    >
      <Clock aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">
        {say("{names} {count, plural, one {asks} other {ask}} for time off.", {
          names: names.join(", "),
          count: names.length,
        })}{" "}
        <span className="underline underline-offset-4">{say("Answer")}</span>
      </span>
    </Link>
  );
}
