"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { Plan } from "@/lib/subscriptions/list-plans";
import { plansKey } from "../words";
import { PlanForm } from "./plan-form";

/** What the platform sells, each as the form it is changed with. */
export function PlansView() {
  const say = useSay();
  const { data } = useSWR<{ items: Plan[] }>(plansKey, fetchJson);
  const [adding, setAdding] = useState(false);
  if (!data) return null;
  return (
    <div className="grid max-w-300 grid-cols-[minmax(0,1fr)] gap-4 px-4 md:px-6 xl:px-8">
      <ul aria-label={say("Plans")} className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {data.items.map((plan) => (
          <li key={plan.id} className="rounded-panel border p-4">
            <PlanForm plan={plan} />
          </li>
        ))}
        {adding ? (
          <li className="rounded-panel border p-4">
            <PlanForm plan={null} onAdded={() => setAdding(false)} />
          </li>
        ) : null}
      </ul>
      {adding ? null : (
        <Button size="large" className="justify-self-start" onClick={() => setAdding(true)}>
          <Plus aria-hidden />
          {say("Add a plan")}
        </Button>
      )}
    </div>
  );
}
