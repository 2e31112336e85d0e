"use client";

import { useEffect, useState } from "react";
import { browserOf, currentSubscription, subscribe, subscribed } from "@/app/_components/notifications/push-here";
import { plainBarButton } from "@/app/book/_parts/bar";
import { portalHref } from "@/app/book/_parts/plain-links";
import type { Language } from "@/lib/platform/format";
import { Halt } from "../halt";
import { portalWords } from "../portal-words";
import { tellMeHere, tellMeNoMore } from "./browser-actions";

type State = "unknown" | "none" | "off" | "on" | "refused";
type Props = { slug: string; language: Language; pushKey: string };

const formOf = (values: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

/** Whether this browser is told of their bookings and messages while no page is open. */
export function ThisBrowser({ slug, language, pushKey }: Props) {
  const words = portalWords[language].browser;
  const scope = portalHref(slug);
  const [state, setState] = useState<State>("unknown");
  const [busy, setBusy] = useState(false);
  const [halt, setHalt] = useState<Awaited<ReturnType<typeof tellMeHere>>>({});
  useEffect(() => {
    const find = async () => {
      const found = await subscribed(pushKey, scope);
      const subscription = found === "on" ? await currentSubscription(scope) : null;
      if (!subscription) return found;
      // A new sign-in takes its browser along; what somebody else turned on here is off for this one.
      const renewed = await tellMeHere({}, formOf({ slug, renew: "yes", ...browserOf(subscription) }));
      return renewed.done ? "on" : "off";
    };
    find().then(setState, () => setState("off"));
  }, [pushKey, scope, slug]);
  if (state === "unknown" || state === "none") return null;

  const turnOn = async () => {
    const subscription = await subscribe(pushKey, scope);
    if (subscription === "refused") return setState("refused");
    if (subscription === "unanswered") return;
    if (!subscription) return setHalt({ problem: words.offline });
    const kept = await tellMeHere({}, formOf({ slug, ...browserOf(subscription) }));
    if (kept.done) return setState("on");
    setHalt(kept);
    await subscription.unsubscribe();
  };
  const turnOff = async () => {
    const subscription = await currentSubscription(scope);
    if (subscription) {
      const gone = await tellMeNoMore({}, formOf({ slug, endpoint: subscription.endpoint }));
      if (!gone.done) return setHalt(gone);
      await subscription.unsubscribe();
    }
    setState("off");
  };
  const turn = async () => {
    if (busy) return;
    setBusy(true);
    setHalt({});
    try {
      await (state === "on" ? turnOff() : turnOn());
    } catch {
      setHalt({ problem: words.offline });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="this-browser" className="grid max-w-[34rem] justify-items-start gap-2">
      <h2 id="this-browser" className="font-medium">
        {words.title}
      </h2>
      <p className="text-quiet">{state === "refused" ? words.refused : words.about}</p>
      {state === "refused" ? null : (
        <button type="button" aria-disabled={busy} onClick={turn} className={plainBarButton}>
          {state === "on" ? words.turnOff : words.turnOn}
        </button>
      )}
      <p role="status" className="text-quiet empty:hidden">
        {state === "on" ? words.isOn : ""}
      </p>
      <Halt problem={halt.problem} signIn={halt.signIn} />
    </section>
  );
}
