import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { CopyButton } from "@/app/_components/forms/copy-button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { requireAdmin } from "@/app/_server/visitor";
import { stuckWords, workWords } from "@/lib/admin/stuck-words";
import { listStuck } from "@/lib/admin/stuck-work";
import { reportToken } from "@/lib/notifications/report-token";
import { env } from "@/lib/platform/env";
import { formatMoment } from "../words";
import { AgainButton } from "./again-button";

export const metadata: Metadata = { title: "Stuck work" };

/** Where the SMS network tells what has arrived: whoever runs the platform writes it down there, once. */
function SmsReports() {
  const addresses = [
    { word: "Delivery reports", address: `${env().APP_URL}/api/sms/report/${reportToken()}` },
    { word: "Opt-out", address: `${env().APP_URL}/api/sms/stop/${reportToken()}` },
  ];
  return (
    <section className="grid max-w-240 gap-3 pt-8">
      <h2 className="text-md font-semibold">SMS reports</h2>
      <p className="max-w-[68ch] text-quiet">
        Write these into your account with Africa’s Talking (SMS, callback URLs). They are secret: whoever has them can
        say that a message has arrived.
      </p>
      <ul className="grid gap-3">
        {addresses.map(({ word, address }) => (
          <li key={word} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="w-36 font-medium">{word}</span>
            <CopyButton text={address} label="Copy address" />
            <code className="min-w-0 flex-1 basis-64 break-all text-quiet">{address}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default async function StuckWorkPage() {
  await requireAdmin("tenants.decide");
  const stuck = await listStuck();
  return (
    <main className="px-4 pb-16 md:px-6 xl:px-8">
      <h1 className="pt-6 text-lg">Stuck work</h1>
      <p className="max-w-[68ch] pt-1 pb-4 text-quiet">
        What the platform does by itself and could not do, however often it tried. Put right what is in the way, then
        let it try again.
      </p>
      {stuck.length === 0 ? (
        <EmptyState icon={CircleCheck} title="Nothing is stuck" why="All that was due is done or on its way." />
      ) : (
        <ul className="max-w-240 border-y">
          {stuck.map(({ id, slug, since, tries, fault, ...work }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t py-3 first:border-t-0">
              <div className="grid min-w-0 flex-1 basis-64 gap-0.5">
                <span className="font-medium">{workWords(work)}</span>
                <span>{stuckWords(fault)}</span>
                <span className="text-quiet">
                  {slug ?? "no business"}, since {formatMoment(since)}, tried {tries} times
                </span>
              </div>
              <AgainButton id={id} />
            </li>
          ))}
        </ul>
      )}
      <SmsReports />
    </main>
  );
}
