"use client";

import { Stars } from "@/app/_components/reviews/stars";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { formatDay } from "@/lib/platform/format";
import type { Review } from "@/lib/reviews/list-reviews";
import { openPanel } from "../members/panel-address";
import { queryOf, type Shown } from "./review-keys";
import { starsOf } from "./stars-of";

/** What was said, the latest first; each opens beside the page. */
export function ReviewRows({ reviews, shown }: { reviews: readonly Review[]; shown: Shown }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <ul aria-label={say("Reviews")} className="divide-y border-y">
      {reviews.map(({ id, rating, words, customerName, staffNames, at, answer, isPublic, hidden }) => (
        <li key={id}>
          <a
            href={queryOf({ ...shown, review: id })}
            onClick={(event) => openPanel(event, queryOf({ ...shown, review: id }))}
            className="grid gap-1 py-3 transition-colors hover:bg-wash"
          >
            <span className="flex items-center justify-between gap-4">
              <Stars rating={rating} label={starsOf(say, rating)} />
              <span className="shrink-0 text-quiet">
                {hidden ? say("hidden") : answer ? say("answered") : isPublic ? "" : say("private")}
              </span>
            </span>
            {words ? <span className="line-clamp-2 break-words">{words}</span> : null}
            <span className="truncate text-quiet">
              {customerName} · {staffNames.join(", ")} · {formatDay(at, tenant.timeZone, say.language)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
