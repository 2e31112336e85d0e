"use client";

import { Quote } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useDoing } from "@/app/_components/data/use-doing";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { Stars } from "@/app/_components/reviews/stars";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { TestimonialItem } from "@/lib/admin/list-testimonials";
import { useAdminAct } from "../use-admin-act";
import { formatMoment, testimonialsKey } from "../words";
import { decideOnIt } from "./actions";

const standing = {
  waiting: phrase("waits for you"),
  approved: phrase("on the front page"),
  declined: phrase("not shown"),
} as const;

export function TestimonialList() {
  const say = useSay();
  const { data } = useSWR<{ items: TestimonialItem[] }>(testimonialsKey, fetchJson);
  const { busy, problem, run } = useDoing(useAdminAct(testimonialsKey));
  if (!data) return null;
  if (data.items.length === 0)
    return (
      <EmptyState
        icon={Quote}
        title={say("Nobody has said anything yet")}
        why={say("Owners do so in their settings, under Plan.")}
      />
    );
  const decide =
    ({ tenantId, rating, words }: TestimonialItem, decision: "approved" | "declined") =>
    () =>
      run(() => decideOnIt({ tenantId, decision, seen: { rating, words } }));
  return (
    <>
      <ProblemLine>{problem}</ProblemLine>
      <ul aria-label={say("What businesses say")} className="max-w-200 divide-y border-y">
        {data.items.map((item) => (
          <li key={item.tenantId} className="grid gap-2 py-4">
            <p className="flex flex-wrap items-center gap-x-3">
              <Stars
                rating={item.rating}
                label={say("{stars, plural, one {# star} other {# stars}}", { stars: item.rating })}
              />
              <span className="font-medium">
                {item.business}, {item.city}
              </span>
              <span className="text-quiet">
                {formatMoment(item.at, say.language)} · {say(standing[item.status])}
              </span>
            </p>
            <p className="max-w-[68ch] break-words whitespace-pre-line">{item.words}</p>
            <div className="flex gap-2">
              {item.status === "approved" ? null : (
                <Button kind="primary" aria-disabled={busy} onClick={decide(item, "approved")}>
                  {say("Show it")}
                </Button>
              )}
              {item.status === "declined" ? null : (
                <Button aria-disabled={busy} onClick={decide(item, "declined")}>
                  {item.status === "approved" ? say("Take it off the page") : say("Do not show it")}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
