"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { CustomerPrivacy } from "@/lib/records/get-privacy";
import { ListLoading } from "../../../list-loading";
import { heldAddress, privacyKey } from "../../customer-keys";
import { EraseForm } from "./erase-form";
import { SaidForm } from "./said-form";
import { SaidList } from "./said-list";

/** What somebody allows, everything held of them as a file, and forgetting them. */
export function PrivacyView({ customerId }: { customerId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<CustomerPrivacy>(privacyKey(tenant.id, customerId), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  return (
    <div className="grid max-w-220 grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-6 md:px-6 xl:pl-8">
      <Section
        title={say("What they allow")}
        about={say("Nothing said means no. What is said later takes the place of what was said before.")}
      >
        <SaidForm customer={data} purpose="marketing" />
        <SaidForm customer={data} purpose="photos" />
        <SaidList said={data.said} />
      </Section>
      {tenant.may.includes("customers.export") ? (
        <Section
          title={say("Everything held of them")}
          about={say("They have a right to it. That it was taken out is in the audit log.")}
        >
          <div className="flex flex-wrap gap-2">
            <Button asChild size="large">
              <a href={heldAddress(tenant.id, customerId, "csv")} download>
                {say("As a table (CSV)")}
              </a>
            </Button>
            <Button asChild size="large">
              <a href={heldAddress(tenant.id, customerId, "json")} download>
                {say("As JSON")}
              </a>
            </Button>
          </div>
        </Section>
      ) : null}
      {tenant.may.includes("customers.erase") ? (
        <Section title={say("Erase them")} about={say("For whoever asks to be forgotten. It cannot be taken back.")}>
          <EraseForm customer={data} />
        </Section>
      ) : null}
    </div>
  );
}
