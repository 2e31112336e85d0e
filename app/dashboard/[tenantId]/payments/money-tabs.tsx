"use client";

import { CircleAlert } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { SectionTabs } from "@/app/_components/section-tabs";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { MoneyInbox } from "@/lib/payments/list-inbox";
import { inboxKey } from "./money-keys";

const places = [
  { path: "", label: phrase("All") },
  { path: "/inbox", label: phrase("Inbox") },
  { path: "/refunds", label: phrase("Refunds") },
  { path: "/statement", label: phrase("Statement") },
] as const;

/** The parts of the payments, with how much waits in each. */
export function MoneyTabs() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<MoneyInbox>(inboxKey(tenant.id), fetchJson);
  const waiting: Partial<Record<(typeof places)[number]["path"], number>> = data
    ? { "/inbox": data.counts.payments + data.counts.receipts + data.days.length, "/refunds": data.counts.refunds }
    : {};
  return (
    <>
      <SectionTabs
        label={say("Payments")}
        tabs={places.map(({ path, label }) => ({
          href: `/dashboard/${tenant.id}/payments${path}`,
          label: say(label),
          count: waiting[path] ?? 0,
        }))}
      />
      {data?.keysLost ? <KeysLost /> : null}
    </>
  );
}

function KeysLost() {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <p role="status" className="flex items-start gap-2 border-b px-4 py-3 md:px-6 xl:pl-8">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <span className="max-w-[72ch]">
        {say(
          "Your M-Pesa keys can no longer be read, so no phone is asked for money: customers pay to your number and type the code.",
        )}{" "}
        {tenant.may.includes("payments.manage") ? (
          <Link
            href={`/dashboard/${tenant.id}/settings/mpesa`}
            className="underline decoration-edge underline-offset-4"
          >
            {say("Give the keys again")}
          </Link>
        ) : (
          say("An owner gives them again under Settings, M-Pesa.")
        )}
      </span>
    </p>
  );
}
