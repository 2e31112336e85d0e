"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { Review } from "@/lib/reviews/list-reviews";
import { ListLoading } from "../list-loading";
import { ReviewFacts } from "./review-facts";
import { closeReview, reviewKey } from "./review-keys";
import { starsOf } from "./stars-of";

/** The review that the address names. */
export function ReviewSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("review");
  const [kept, setKept] = useState(asked);
  if (asked && asked !== kept) setKept(asked);
  const { data, error } = useSWR<Review>(kept ? reviewKey(tenant.id, kept) : null, fetchJson);
  return (
    <Sheet
      open={asked !== null && !error}
      onClose={closeReview}
      title={
        data ? say("{stars} from {name}", { stars: starsOf(say, data.rating), name: data.customerName }) : say("Review")
      }
      about={say("What was said is the customer’s own; what you answer is yours.")}
    >
      {data ? <ReviewFacts key={data.id} review={data} /> : <ListLoading rows={4} />}
    </Sheet>
  );
}
