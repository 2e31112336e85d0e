import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { CopyButton } from "@/app/_components/forms/copy-button";
import { requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { useSay } from "@/app/_words/use-say";
import { stuckTold } from "@/lib/admin/stuck-words";
import { listStuck } from "@/lib/admin/stuck-work";
import { reportToken } from "@/lib/notifications/report-token";
import { env } from "@/lib/platform/env";
import { workKey } from "../words";
import { StuckList } from "./stuck-list";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Work") };
}

/** Where the SMS network tells what has arrived: whoever runs the platform writes it down there, once. */
function SmsReports() {
  const say = useSay();
  const addresses = [
    { word: say("Delivery reports"), address: `${env().APP_URL}/api/sms/report/${reportToken()}` },
    { word: say("Opt-out"), address: `${env().APP_URL}/api/sms/stop/${reportToken()}` },
  ];
  return (
    <section className="grid max-w-240 gap-3 pt-8">
      <h2 className="text-md font-semibold">{say("SMS reports")}</h2>
      <p className="max-w-[68ch] text-quiet">
        {say(
          "Write these into your account with Africa’s Talking (SMS, callback URLs). They are secret: whoever has them can say that a message has arrived.",
        )}
      </p>
      <ul className="grid gap-3">
        {addresses.map(({ word, address }) => (
          <li key={word} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="w-36 font-medium">{word}</span>
            <CopyButton text={address} label={say("Copy address")} />
            <code className="min-w-0 flex-1 basis-64 break-all text-quiet">{address}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default async function WorkPage() {
  const say = await sayHere();
  await requireAdmin("tenants.decide");
  const items = (await listStuck()).map(stuckTold);
  return (
    <SWRConfig value={{ fallback: { [workKey]: { items } } }}>
      <main className="px-4 pb-16 md:px-6 xl:px-8">
        <h1 className="pt-6 text-lg">{say("Work")}</h1>
        <p className="max-w-[68ch] pt-1 pb-4 text-quiet">
          {say(
            "What the platform does by itself and could not do, however often it tried. Put right what is in the way, then let it try again.",
          )}
        </p>
        <StuckList />
        <SmsReports />
      </main>
    </SWRConfig>
  );
}
