"use client";

import { SearchX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { PhotoForm } from "@/app/_components/forms/photo-form";
import { photoWords } from "@/app/_components/forms/photo-words";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { PriceListItem } from "@/lib/services/list-price-list";
import { minuteWords } from "@/lib/services/rules";
import { closePanel } from "../members/panel-address";
import { OfferSection } from "./offer-section";
import { ServiceForm } from "./service-form";
import { photoAddress, servicesKey } from "./services-key";
import { usePriceList } from "./use-price-list";

/** The service that the address names, or a new one. */
export function ServiceSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const list = usePriceList();
  const asked = useSearchParams().get("service");
  // Kept while the panel slides out, so that it does not empty on its way.
  const [id, setId] = useState(asked);
  if (asked && asked !== id) setId(asked);
  const manages = tenant.may.includes("services.manage");
  const service = list?.items.find((one) => one.id === id);
  const categories = [...new Set(list?.items.map(({ category }) => category))];
  const known = { categories, currency: list?.currency ?? "KES" };
  const isNew = id === "new" && manages;
  return (
    <Sheet
      open={asked !== null}
      onClose={closePanel}
      title={isNew ? say("New service") : (service?.name ?? say("Service not found"))}
      about={
        isNew ? say("Customers see it as soon as somebody does it.") : (service?.category ?? say("Nothing to show"))
      }
    >
      {isNew ? (
        <ServiceForm key="new" service={null} {...known} />
      ) : !service ? (
        <EmptyState
          icon={SearchX}
          title={say("This service is not here")}
          why={say("It was taken off the list, or the link is wrong.")}
        />
      ) : manages ? (
        <>
          <ServicePhoto service={service} />
          <ServiceForm key={service.id} service={service} {...known} />
          <OfferSection service={service} />
        </>
      ) : (
        <Facts service={service} />
      )}
    </Sheet>
  );
}

/** What customers see beside it. */
function ServicePhoto({ service: { id, name, photo } }: { service: PriceListItem }) {
  const say = useSay();
  const { tenant } = useShell();
  const { mutate } = useSWRConfig();
  return (
    <section aria-label={say("What it looks like")} className="mb-6 border-b pb-6">
      <PhotoForm
        name={name}
        version={photo}
        address={photoAddress(tenant.id, id)}
        words={photoWords(say, name)}
        onChanged={() => mutate(servicesKey(tenant.id))}
      />
    </section>
  );
}

function Facts({ service }: { service: PriceListItem }) {
  const say = useSay();
  const { description, durationMinutes, priceMinor, currency, staffNames, active } = service;
  return (
    <div className="grid gap-2">
      {description ? <p>{description}</p> : null}
      <p className="tabular-nums">
        {minuteWords(durationMinutes, say.language)} · {formatMoney(priceMinor, currency)}
      </p>
      <p className="text-quiet">
        {staffNames.length > 0 ? say("Done by {names}", { names: staffNames.join(", ") }) : say("Nobody does it yet")}
      </p>
      {active ? null : <p className="text-quiet">{say("Not on offer at the moment.")}</p>}
    </div>
  );
}
