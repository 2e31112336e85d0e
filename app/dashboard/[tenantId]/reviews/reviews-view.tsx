"use client";

import { Download, Star as StarIcon } from "lucide-react";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { FilterBar, FilterDay, FilterSelect } from "@/app/_components/forms/filter-bar";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { ReviewList } from "@/lib/reviews/list-reviews";
import { allStars, averageWords } from "@/lib/reviews/rules";
import { ListLoading } from "../list-loading";
import { Averages } from "./averages";
import { exportAddress, reviewsKey, type Shown } from "./review-keys";
import { ReviewRows } from "./review-rows";
import { starsOf } from "./stars-of";

/** What was said, the latest first, and what it comes to. */
export function ReviewsView({ shown }: { shown: Shown }) {
  const say = useSay();
  const { tenant } = useShell();
  const [cursors, setCursors] = useState<string[]>([]);
  const { data } = useSWR<ReviewList>(reviewsKey(tenant.id, shown), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  const chosen = [shown.stars, shown.answered, shown.staffId, shown.from, shown.to].filter(Boolean).length;
  const { averages } = data;
  return (
    <>
      <FilterBar chosen={chosen} all={`/dashboard/${tenant.id}/reviews`}>
        <FilterSelect
          name="stars"
          label={say("Stars")}
          value={shown.stars}
          all={say("Any")}
          choices={allStars.toReversed().map((n) => ({ value: String(n), label: starsOf(say, n) }))}
        />
        <FilterSelect
          name="answered"
          label={say("Answer")}
          value={shown.answered}
          all={say("Any")}
          choices={[{ value: "no", label: say("Not answered ({count})", { count: averages.unanswered }) }]}
        />
        {averages.byStaff.length > 0 ? (
          <FilterSelect
            name="staffId"
            label={say("Served by")}
            value={shown.staffId}
            all={say("Anybody")}
            choices={averages.byStaff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
        ) : null}
        <FilterDay name="from" label={say("From")} value={shown.from} />
        <FilterDay name="to" label={say("To")} value={shown.to} />
      </FilterBar>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-4 md:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:gap-12 xl:pl-8">
        <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] content-start gap-4">
          {averages.average === null ? null : (
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-xl font-semibold tabular-nums">{averageWords(averages.average)}</span>
              <span className="text-quiet">
                {say("of 5, from {count, plural, one {{count} review} other {{count} reviews}}", {
                  count: averages.count,
                })}
              </span>
            </p>
          )}
          {data.reviews.length === 0 ? (
            <EmptyState
              icon={StarIcon}
              title={chosen > 0 ? say("Nothing like this") : say("No reviews yet")}
              why={
                chosen > 0
                  ? say("No review is like what you filtered for.")
                  : say(
                      "Some hours after a visit is paid its customer is asked how it was, once in thirty days at most. What they say stands here.",
                    )
              }
            />
          ) : (
            <>
              <ReviewRows reviews={data.reviews} shown={shown} />
              {cursors.map((cursor) => (
                <MoreRows key={cursor} shown={{ ...shown, cursor }} onMore={(next) => setCursors([...cursors, next])} />
              ))}
              {data.nextCursor && cursors.length === 0 ? (
                <Button className="justify-self-center" onClick={() => setCursors([data.nextCursor!])}>
                  {say("Show more")}
                </Button>
              ) : null}
            </>
          )}
        </div>
        {averages.average === null ? null : (
          <aside aria-label={say("Averages")} className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
            <Averages averages={averages} />
            {tenant.may.includes("reviews.answer") ? (
              <Button asChild className="justify-self-start">
                <a href={exportAddress(tenant.id, shown)} download>
                  <Download aria-hidden />
                  {chosen > 0 ? say("Only these as a file") : say("All as a file")}
                </a>
              </Button>
            ) : null}
          </aside>
        )}
      </div>
    </>
  );
}

function MoreRows({ shown, onMore }: { shown: Shown; onMore(cursor: string): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<ReviewList>(reviewsKey(tenant.id, shown), fetchJson);
  if (!data) return <ListLoading rows={3} />;
  return (
    <>
      <ReviewRows reviews={data.reviews} shown={{ ...shown, cursor: undefined }} />
      {data.nextCursor ? (
        <Button className="justify-self-center" onClick={() => onMore(data.nextCursor!)}>
          {say("Show more")}
        </Button>
      ) : null}
    </>
  );
}
