"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Section } from "@/app/_components/section";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Fact, Facts } from "@/app/_components/ui/fact";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Integrations, Way } from "@/lib/notifications/integrations";
import { formatAgo, formatTime } from "@/lib/platform/format";
import { ListLoading } from "../../list-loading";
import { integrationsKey } from "../settings-keys";
import { CallbackSection } from "./callback-section";
import { TestForm } from "./test-form";

const isOpen = ({ tests }: Integrations) => tests.some(({ status }) => status === "queued" || status === "sending");
const seconds = 1_000;

/** What takes this business's messages out of the house, and whether everything that should run does. */
export function IntegrationsView() {
  const say = useSay();
  const { tenant } = useShell();
  const now = useNow();
  const { data } = useSWR<Integrations>(integrationsKey(tenant.id), fetchJson, {
    refreshInterval: (state) => (state && isOpen(state) ? seconds : 15 * seconds),
  });
  if (!data) return <ListLoading rows={8} />;
  const tests = (channel: "sms" | "email") => data.tests.filter((test) => test.channel === channel);
  return (
    <>
      <Section title={say("SMS")} about={wayWords(say, data.sms, "sms")}>
        <WayFacts way={data.sms} timeZone={tenant.timeZone} />
        <TestForm channel="sms" tests={tests("sms")} />
      </Section>
      <Section title={say("E-mail")} about={wayWords(say, data.email, "email")}>
        <WayFacts way={data.email} timeZone={tenant.timeZone} />
        <TestForm channel="email" tests={tests("email")} />
      </Section>
      <CallbackSection callback={data.callback} />
      <Section
        title={say("Work in the background")}
        about={say("Confirmations, reminders and payments that are looked at again.")}
      >
        <p data-worker>{workerWords(say, data, now)}</p>
        <ClockLine now={now} />
      </Section>
    </>
  );
}

function wayWords(say: Say, { transport }: Way, channel: "sms" | "email"): string {
  if (transport !== "outbox")
    return channel === "sms" ? say("They leave by Africa’s Talking.") : say("They leave by your mail server.");
  return channel === "sms"
    ? say("They are kept on this server and reach nobody, until whoever runs it sets up Africa’s Talking.")
    : say("They are kept on this server and reach nobody, until whoever runs it sets up your mail server.");
}

function WayFacts({ way: { transport, restsUntil, waiting, lateSeconds }, timeZone }: { way: Way; timeZone: string }) {
  const say = useSay();
  if (transport === "outbox") return null;
  return (
    <Facts>
      <Fact term={say("State")}>
        {restsUntil
          ? say("Not working; tried again at {restsUntil}", { restsUntil: formatTime(restsUntil, timeZone) })
          : say("Working")}
      </Fact>
      <Fact term={say("Waiting")}>
        {waiting === 0
          ? say("Nothing")
          : say("{waiting}, the oldest for {minutes} min", { waiting, minutes: Math.ceil(lateSeconds / 60) })}
      </Fact>
    </Facts>
  );
}

/** So long silent that something is wrong; it says something every five seconds. */
const silentMs = 30 * seconds;

function workerWords(say: Say, { workerAt, hasWorker }: Integrations, nowIso: string): string {
  if (!hasWorker) return say("Done with each request, and by the host’s cron.");
  if (!workerAt) return say("The worker has never run. Whoever runs this server has to start it.");
  const ago = formatAgo(workerAt, nowIso, say.language);
  return Date.parse(nowIso) - Date.parse(workerAt) > silentMs
    ? say("The worker stopped {ago}. Nothing is sent until it runs again.", { ago })
    : say("The worker is running.");
}

/** Off by so much this device shows wrong times. */
const wrongMs = 60 * seconds;

function ClockLine({ now }: { now: string }) {
  const say = useSay();
  const off = Math.abs(Date.now() - Date.parse(now));
  if (off < wrongMs) return <p className="text-quiet">{say("This device’s clock agrees with the server’s.")}</p>;
  return (
    <p className="text-danger">
      {say("This device’s clock is off by {minutes} min.", { minutes: Math.round(off / wrongMs) })}
    </p>
  );
}
