"use client";

import { SearchX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import { closePanel } from "../../members/panel-address";
import { ResourceForm } from "./resource-form";
import { useResources } from "./use-resources";
import { UseSection } from "./use-section";

/** The chair, room or machine that the address names, or a new one. */
export function ResourceSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const list = useResources();
  const asked = useSearchParams().get("resource");
  // Kept while the panel slides out, so that it does not empty on its way.
  const [id, setId] = useState(asked);
  if (asked && asked !== id) setId(asked);
  const manages = tenant.may.includes("settings.manage");
  const item = list?.items.find((one) => one.id === id);
  const isNew = id === "new" && manages;
  const services = list?.services ?? [];
  return (
    <Sheet
      open={asked !== null}
      onClose={closePanel}
      title={isNew ? say("New chair, room or machine") : (item?.name ?? say("Not found"))}
      about={item && !item.active ? say("Out of use") : say("There are only so many, and services need one.")}
    >
      {isNew || item ? (
        <>
          <ResourceForm key={id} resource={item ?? null} services={services} disabled={!manages} />
          {item && manages ? <UseSection resource={item} /> : null}
        </>
      ) : (
        <EmptyState icon={SearchX} title={say("This is not here")} why={say("The link is wrong.")} />
      )}
    </Sheet>
  );
}
