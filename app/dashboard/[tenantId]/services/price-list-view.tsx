"use client";

import { Scissors } from "lucide-react";
import { useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { PriceListItem } from "@/lib/services/list-price-list";
import { byCategory } from "@/lib/services/rules";
import { ListLoading } from "../list-loading";
import { PanelButton } from "../members/panel-button";
import { ServiceRow } from "./service-row";
import { usePriceList, useServiceOrder } from "./use-price-list";

/** The price list as customers read it, category by category. */
export function PriceListView() {
  const say = useSay();
  const { tenant } = useShell();
  const list = usePriceList();
  const manages = tenant.may.includes("services.manage");
  if (!list) return <ListLoading rows={8} />;
  if (list.items.length === 0)
    return (
      <div className="px-4 md:px-6 xl:pl-8">
        <EmptyState
          icon={Scissors}
          title={say("Nothing is sold here yet")}
          why={say(
            "Your booking page shows these with their time and price. Add what you do, and say on each staff profile who does it.",
          )}
          action={manages ? <PanelButton to="?service=new">{say("Add the first service")}</PanelButton> : null}
        />
      </div>
    );
  return <Categories items={list.items} manages={manages} />;
}

function Categories({ items, manages }: { items: readonly PriceListItem[]; manages: boolean }) {
  const say = useSay();
  const { ordered, move } = useServiceOrder(items);
  const [dragged, setDragged] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const tellingly = (service: PriceListItem, to: number) => {
    const { place, of } = move(service.id, to);
    setTold(
      say("{name} is {place} of {of} in {category}.", { name: service.name, place, of, category: service.category }),
    );
  };
  return (
    <>
      {byCategory(ordered).map(({ category, services }) => (
        <section key={category} aria-label={category}>
          <h2 className="border-b bg-canvas px-4 py-1.5 font-medium text-quiet md:px-6 xl:pl-8">{category}</h2>
          <ul>
            {services.map((service, at) => (
              <ServiceRow
                key={service.id}
                service={service}
                manages={manages}
                isFirst={at === 0}
                isLast={at === services.length - 1}
                isDragged={dragged === service.id}
                // Only what is of the same category can be dropped here.
                accepts={dragged !== null && services.some(({ id }) => id === dragged)}
                onMove={(by) => tellingly(service, at + by)}
                onDrag={setDragged}
                onDrop={() => {
                  const one = services.find(({ id }) => id === dragged);
                  if (one) tellingly(one, at);
                  setDragged(null);
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}
