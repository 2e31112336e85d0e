"use client";

import { ArrowRight, SearchX } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson, HttpError } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { Sheet } from "@/app/_components/ui/sheet";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useSay } from "@/app/_words/use-say";
import { formatDayTime, formatMoney, formatTime } from "@/lib/platform/format";
import type { VisitFacts } from "@/lib/visits/get-visit";
import { CheckoutButton } from "../till/checkout/checkout-button";
import { CorrectSection } from "./correct-form";
import { Corrections } from "./corrections";
import { visitKey } from "./list-key";
import { closeVisit } from "./visit-address";

/** The visit that the address names, beside the list. */
export function VisitPanel({ staff }: { staff: { id: string; name: string }[] }) {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("visit");
  // Kept while the panel slides out, so that it does not empty on its way.
  const [id, setId] = useState(asked);
  if (asked && asked !== id) setId(asked);
  const { data, error } = useSWR<VisitFacts>(id ? visitKey(tenant.id, id) : null, fetchJson, {
    shouldRetryOnError: (problem) => !(problem instanceof HttpError && problem.status < 500),
  });
  const missing = error instanceof HttpError && error.status < 500 && !data;
  return (
    <Sheet
      open={asked !== null}
      onClose={closeVisit}
      title={data?.customerName ?? (missing ? say("Visit not found") : say("Visit"))}
      about={
        data
          ? formatDayTime(data.startedAt, tenant.timeZone, say.language)
          : missing
            ? say("Nothing to show")
            : say("Loading")
      }
    >
      {data ? (
        <div className="grid gap-6">
          <What visit={data} />
          <CheckoutButton target={{ kind: "visit", id: data.id }}>
            {data.paidMinor !== null && data.paidMinor >= data.totalMinor ? say("The sale") : say("Check out")}
          </CheckoutButton>
          <CorrectSection key={data.id} visit={data} staff={staff} />
          <Corrections visit={data} />
        </div>
      ) : missing ? (
        <EmptyState
          icon={SearchX}
          title={say("This visit is not here")}
          why={say("It was taken back, or it is another business’s or another staff member’s.")}
        />
      ) : error ? (
        <p role="alert">{say("The visit could not be loaded. It comes by itself once the server answers.")}</p>
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Sheet>
  );
}

function What({ visit }: { visit: VisitFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  const { startedAt, completedAt, lines, totalMinor, paidMinor, currency, notes, booking } = visit;
  return (
    <div className="grid gap-5">
      <ul aria-label={say("Services")} className="divide-y border-y">
        {lines.map((line) => (
          <li key={line.id} className="flex justify-between gap-4 py-2">
            <span className="min-w-0">
              <span className="block break-words font-medium">{line.serviceName}</span>
              <span className="block break-words text-quiet">{say("by {who}", { who: line.staffName })}</span>
            </span>
            <span className="shrink-0 tabular-nums">{formatMoney(line.priceMinor, currency)}</span>
          </li>
        ))}
      </ul>
      <Facts>
        <Fact term={say("Charged")}>
          <span className="font-semibold">{formatMoney(totalMinor, currency)}</span>
        </Fact>
        {paidMinor === null ? null : <Fact term={say("Paid")}>{formatMoney(paidMinor, currency)}</Fact>}
        <Fact term={say("From")}>{formatTime(startedAt, tenant.timeZone)}</Fact>
        <Fact term={say("To")}>{completedAt ? formatTime(completedAt, tenant.timeZone) : say("still going on")}</Fact>
        {notes ? (
          <Fact term={say("Notes")}>
            <span className="whitespace-pre-line">{notes}</span>
          </Fact>
        ) : null}
        {booking ? (
          <Fact term={say("Booking")}>
            <Link
              href={`/dashboard/${tenant.id}/bookings?view=past&booking=${booking.id}`}
              className="inline-flex items-center gap-1 underline decoration-edge underline-offset-4"
            >
              {booking.reference}
              <ArrowRight aria-hidden className="size-3.5" />
            </Link>
          </Fact>
        ) : null}
      </Facts>
    </div>
  );
}
