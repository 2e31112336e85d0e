"use client";

import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { ConsentPurpose } from "@/db/schema/customers";
import { atCounter, wordings } from "@/lib/customers/consent-words";
import type { CustomerPrivacy } from "@/lib/records/get-privacy";
import { noteSaid } from "../../record-actions";

const titles: Record<ConsentPurpose, Phrase> = {
  marketing: phrase("Offers and news"),
  photos: phrase("Photos shown to others"),
};

/** What is asked at the counter, and what they answer. */
export function SaidForm({ customer, purpose }: { customer: CustomerPrivacy; purpose: ConsentPurpose }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("customers");
  const title = say(titles[purpose]);
  const newest = customer.said.find((one) => one.purpose === purpose);
  const note = async (granted: boolean) => {
    const answer = await act((tenantId) => noteSaid(tenantId, { customerId: customer.id, purpose, granted }));
    if (answer.ok) toast(granted ? say("{what}: yes", { what: title }) : say("{what}: no", { what: title }));
    else toast.error(answer.problem);
  };
  return (
    <section aria-label={title} className="grid gap-2 rounded-control border p-3">
      <p className="flex justify-between gap-3 font-medium">
        {title}
        <span className={newest?.granted ? "text-confirmed" : "text-quiet"}>
          {newest ? (newest.granted ? say("Yes") : say("No")) : say("Never said")}
        </span>
      </p>
      <p className="text-quiet">“{wordings[atCounter[purpose]].words(tenant.name)[say.language]}”</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => note(true)}>{say("They say yes")}</Button>
        <Button onClick={() => note(false)}>{say("They say no")}</Button>
      </div>
    </section>
  );
}
