"use client";

import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { SegmentRule } from "@/db/schema/customer-files";
import type { Groups } from "@/lib/customers/groups";
import { builtIn } from "@/lib/customers/segment-rules";
import { formatMoney } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { dropGroup } from "../actions";
import { groupsKey } from "../customer-keys";

/** Who is in which group now: each leads to the list of them. */
export function GroupsView() {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<Groups>(groupsKey(tenant.id), fetchJson);
  if (!data) return <ListLoading rows={8} />;
  return (
    <div className="grid max-w-200 gap-8 px-4 pt-6 md:px-6 xl:pl-8">
      <section aria-labelledby="own-groups" className="grid gap-2">
        <h2 id="own-groups" className="font-semibold">
          {say("Your own")}
        </h2>
        {data.own.length === 0 ? (
          <p className="text-quiet">
            {say("None yet. A group is a question with a name: who is in it is asked anew each time.")}
          </p>
        ) : (
          <ul aria-label={say("Your own groups")} className="divide-y border-y">
            {data.own.map(({ id, name, rule, total }) => (
              <li key={id} className="flex items-center gap-2">
                <Row to={id} name={name} about={ruleWords(say, rule, data)} total={total} />
                <WriteTo segment={id} name={name} />
                <Drop id={id} name={name} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="our-groups" className="grid gap-2">
        <h2 id="our-groups" className="font-semibold">
          {say("Always there")}
        </h2>
        <ul aria-label={say("Groups that are always there")} className="divide-y border-y">
          {data.builtIn.map(({ segment, total }) => {
            const { label, about } = builtIn.find(({ value }) => value === segment)!;
            return (
              <li key={segment} className="flex items-center gap-2">
                <Row to={segment} name={say.known(label)} about={say.known(about)} total={total} />
                <WriteTo segment={segment} name={say.known(label)} />
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}

function Row({ to, name, about, total }: { to: string; name: string; about: string; total: number }) {
  const { tenant } = useShell();
  return (
    <Link
      href={`/dashboard/${tenant.id}/customers?segment=${to}`}
      className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-2 py-(--row) hover:bg-wash"
    >
      <span className="truncate font-medium">{name}</span>
      <span className="text-right font-medium tabular-nums">{total}</span>
      <span className="col-span-2 text-quiet">{about}</span>
    </Link>
  );
}

/** A campaign to whoever is in it. */
function WriteTo({ segment, name }: { segment: string; name: string }) {
  const say = useSay();
  const { tenant } = useShell();
  if (!tenant.may.includes("campaigns.manage")) return null;
  return (
    <Button asChild kind="bare">
      <Link
        href={`/dashboard/${tenant.id}/campaigns/new?segment=${segment}`}
        aria-label={say("Write to {name}", { name })}
      >
        {say("Write")}
      </Link>
    </Button>
  );
}

function Drop({ id, name }: { id: string; name: string }) {
  const say = useSay();
  const act = useAct("customers");
  const [sure, setSure] = useState(false);
  const drop = async () => {
    const answer = await act((tenantId) => dropGroup(tenantId, { segmentId: id }));
    if (answer.ok) toast(say("{name} is dropped; nobody is lost with it", { name }));
    else toast.error(answer.problem);
  };
  return (
    <Button kind="bare" onClick={sure ? drop : () => setSure(true)} aria-label={say("Drop the group {name}", { name })}>
      {sure ? say("Yes, drop") : say("Drop")}
    </Button>
  );
}

function ruleWords(say: Say, rule: SegmentRule, { services, currency }: Groups): string {
  const { tag, visitsAtLeast, spentAtLeastMinor, awayDays, serviceId } = rule;
  const service = services.find(({ id }) => id === serviceId);
  return [
    tag ? say("tagged {tag}", { tag }) : [],
    visitsAtLeast
      ? say("{visits, plural, one {# visit or more} other {# visits or more}}", { visits: visitsAtLeast })
      : [],
    spentAtLeastMinor ? say("paid {amount} or more", { amount: formatMoney(spentAtLeastMinor, currency) }) : [],
    awayDays ? say("not here for {days} days", { days: awayDays }) : [],
    serviceId ? (service ? say("had {service}", { service: service.name }) : say("had a service no longer sold")) : [],
  ]
    .flat()
    .join(", ");
}
