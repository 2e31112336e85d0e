"use client";

import { Armchair } from "lucide-react";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { ResourceItem } from "@/lib/resources/list-resources";
import { ListLoading } from "../../list-loading";
import { openPanel } from "../../members/panel-address";
import { PanelButton } from "../../members/panel-button";
import { useResources } from "./use-resources";

/** Chairs, rooms and machines, and what needs them. */
export function ResourcesView() {
  const say = useSay();
  const { tenant } = useShell();
  const list = useResources();
  if (!list) return <ListLoading rows={4} />;
  const manages = tenant.may.includes("settings.manage");
  if (list.items.length === 0)
    return (
      <EmptyState
        icon={Armchair}
        title={say("No chairs, rooms or machines yet")}
        why={say(
          "When a service needs something there are only so many of (a wash basin, the massage room), add it here: nothing is booked that would not find one free. Without any, only your people’s time counts.",
        )}
        action={manages ? <PanelButton to="?resource=new">{say("Add the first one")}</PanelButton> : null}
      />
    );
  const nameOf = new Map(list.services.map(({ id, name }) => [id, name]));
  const servicesOf = ({ serviceIds }: ResourceItem) => serviceIds.flatMap((id) => nameOf.get(id) ?? []);
  return (
    <section aria-label={say("Chairs and rooms")}>
      <p className="max-w-[68ch] pb-4 text-quiet">
        {say(
          "Nothing is booked that would not find one free, whoever does it. Somebody who waits in a processing gap still takes their chair.",
        )}
      </p>
      <ul className="border-y">
        {list.items.map((item) => {
          const address = `?resource=${item.id}`;
          const services = servicesOf(item);
          return (
            <li key={item.id} data-resource={item.id} className="border-t first:border-t-0">
              <a
                href={address}
                onClick={(event) => openPanel(event, address)}
                className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-(--row) transition-colors hover:bg-wash focus-visible:-outline-offset-2 md:px-2"
              >
                <span className="truncate font-medium">
                  {item.name}
                  {item.active ? null : <span className="font-normal text-quiet"> {say("(out of use)")}</span>}
                </span>
                <span className="text-right tabular-nums">{item.quantity === 1 ? say("one") : item.quantity}</span>
                <span className="col-span-2 truncate text-quiet">
                  {services.length > 0
                    ? say("For {services}", { services: services.join(", ") })
                    : say("No service needs it yet")}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
