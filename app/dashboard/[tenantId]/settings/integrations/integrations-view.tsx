"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { Section } from "@/app/_components/section";
import { useNow, useShell } from "@/app/_components/shell/shell-context";
import { Fact, Facts } from "@/app/_components/ui/fact";
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
      <Section title={say("SMS")} about={<WayWords way={data.sms} by={say("Africa’s Talking")} />}>
        <WayFacts way={data.sms} timeZone={tenant.timeZone} />
        <TestForm channel="sms" tests={tests("sms")} />
      </Section>
      <Section title={say("E-mail")} about={<WayWords way={data.email} by="your mail server" />}>
        <WayFacts way={data.email} timeZone={tenant.timeZone} />
        <TestForm channel="email" tests={tests("email")} />
      </Section>
      <CallbackSection callback={data.callback} />
      <Section
        title={say("Work in the background")}
        about={say("Confirmations, reminders and payments that are looked at again.")}
      >
        <p data-worker>{workerWords(data, now)}</p>
        <ClockLine now={now} />
      </Section>
    </>
  );
}

function WayWords({ way, by }: { way: Way; by: string }) {
  if (way.transport !== "outbox") return <>They leave by {by}.</>;
  return <>They are kept on this server and reach nobody, until whoever runs it sets up {by}.</>;
}

function WayFacts({ way: { transport, restsUntil, waiting, lateSeconds }, timeZone }: { way: Way; timeZone: string }) {
  const say = useSay();
  if (transport === "outbox") return null;
  return (
    <Facts>
      <Fact term="State">
        {restsUntil
          ? say("Not working; tried again at {restsUntil}", { restsUntil: formatTime(restsUntil, timeZone) })
          : "Working"}
      </Fact>
      <Fact term="Waiting">
        {waiting === 0
          ? "Nothing"
          : say("{waiting}, the oldest for {two} min", { waiting, two: Math.ceil(lateSeconds / 60) })}
      </Fact>
    </Facts>
  );
}

/** So long silent that something is wrong; it says something every five seconds. */
const silentMs = 30 * seconds;

function workerWords({ workerAt, hasWorker }: Integrations, nowIso: string): string {
  if (!hasWorker) return "Done with each request, and by the host’s cron.";
  if (!workerAt) return "The worker has never run. Whoever runs this server has to start it.";
  const ago = formatAgo(workerAt, nowIso);
  return Date.parse(nowIso) - Date.parse(workerAt) > silentMs
    ? `The worker stopped ${ago}. Nothing is sent until it runs again.`
    : "The worker is running.";
}

/** Off by so much this device shows wrong times. */
const wrongMs = 60 * seconds;

function ClockLine({ now }: { now: string }) {
  const say = useSay();
  const off = Math.abs(Date.now() - Date.parse(now));
  if (off < wrongMs) return <p className="text-quiet">{say("This device’s clock agrees with the server’s.")}</p>;
  return <p className="text-danger">This device’s clock is off by {Math.round(off / wrongMs)} min.</p>;
}
