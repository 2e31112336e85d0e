"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useShowFirst } from "@/app/_components/data/show-first";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { ActionAnswer } from "@/app/_server/action";
import { useSay } from "@/app/_words/use-say";
import type { Affected } from "@/lib/bookings/list-affected";
import type { Looked } from "@/lib/platform/looked";
import type { PriceList, PriceListItem } from "@/lib/services/list-price-list";
import { closePanel } from "../members/panel-address";
import { useLooked } from "../use-looked";
import { changeOnList, takeOffList } from "./actions";
import { servicesKey } from "./services-key";

/** Off for a while or for good; the bookings that stand are looked at first. */
export function OfferSection({ service: { id, name, active } }: { service: PriceListItem }) {
  const say = useSay();
  const act = useAct("services");
  const { looked, dialog } = useLooked(say("Go on anyway"));
  const { tenant } = useShell();
  const showFirst = useShowFirst();
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  const go = async (
    send: (tenantId: string, look: Looked) => Promise<ActionAnswer<Affected | null>>,
    told: string,
    { whenDone = () => {}, back = () => {} },
  ) => {
    setBusy(true);
    const answer = await act((tenantId) => looked((look) => send(tenantId, look)));
    setBusy(false);
    if (answer.ok) {
      toast(told);
      return whenDone();
    }
    back();
    if (answer.problem) toast(answer.problem);
  };
  const offer = (to: boolean) =>
    go(
      (tenantId, look) => changeOnList(tenantId, { id, to: { active: to, ...look } }),
      to ? say("{name} is on offer again", { name }) : say("{name} is no longer on offer", { name }),
      {
        back: showFirst<PriceList>(servicesKey(tenant.id), (now) => ({
          ...now,
          items: now.items.map((one) => (one.id === id ? { ...one, active: to } : one)),
        })),
      },
    );
  const archive = () =>
    go((tenantId, look) => takeOffList(tenantId, { id, ...look }), say("{name} is off the list", { name }), {
      whenDone: closePanel,
    });
  return (
    <section aria-label={say("On offer")} className="mt-6 grid gap-3 border-t pt-5">
      <p className="text-quiet">
        {active ? say("Customers can book it when somebody does it.") : say("Customers cannot book it at the moment.")}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="large" disabled={busy} onClick={() => offer(!active)}>
          {active ? say("Take off offer") : say("Offer it again")}
        </Button>
        {sure ? (
          <>
            <Button size="large" className="text-danger" disabled={busy} onClick={archive}>
              {say("Archive it")}
            </Button>
            <Button size="large" kind="bare" onClick={() => setSure(false)}>
              {say("{of, select, other {Keep}}", { of: "thing" })}
            </Button>
          </>
        ) : (
          <Button size="large" kind="bare" className="text-danger" onClick={() => setSure(true)}>
            {say("Archive")}
          </Button>
        )}
      </div>
      {sure ? <p>{say("It leaves the list for good. Past and coming bookings keep it.")}</p> : null}
      {dialog}
    </section>
  );
}
