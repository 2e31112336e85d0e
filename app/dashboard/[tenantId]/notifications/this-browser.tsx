"use client";

import { useEffect, useState } from "react";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { browserOf, currentSubscription, subscribe, subscribed } from "@/app/_components/notifications/push-here";
import { useShell } from "@/app/_components/shell/shell-context";
import { Switch } from "@/app/_components/ui/switch";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { tellHere, tellHereNoMore } from "./actions";

/** Everything that is not a business's portal. */
const scope = "/";

type State = "unknown" | "none" | "off" | "on" | "refused";

const offline = phrase("This browser cannot reach its maker just now. Try again when you are online.");

/** Whether this browser is told of new bookings while no page is open. */
export function ThisBrowser({ pushKey }: { pushKey: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("notifications");
  const [state, setState] = useState<State>("unknown");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    subscribed(pushKey, scope).then(async (found) => {
      // A new sign-in takes its browser along; somebody else's it leaves alone.
      const subscription = found === "on" ? await currentSubscription(scope) : null;
      const renewed = subscription && (await tellHere(tenant.id, { ...browserOf(subscription), renew: true }));
      setState(renewed?.ok && !renewed.value ? "off" : found);
    });
  }, [pushKey, tenant.id]);
  if (state === "unknown" || state === "none") return null;

  const turnOn = async () => {
    const subscription = await subscribe(pushKey, scope);
    if (subscription === "refused") return setState("refused");
    if (subscription === "unanswered") return;
    if (!subscription) return setProblem(say(offline));
    const kept = await act((tenantId) => tellHere(tenantId, browserOf(subscription)));
    if (kept.ok) return setState("on");
    setProblem(kept.problem);
    await subscription.unsubscribe();
  };
  const turnOff = async () => {
    const subscription = await currentSubscription(scope);
    if (subscription) {
      const gone = await act((tenantId) => tellHereNoMore(tenantId, { endpoint: subscription.endpoint }));
      if (!gone.ok) return setProblem(gone.problem);
      await subscription.unsubscribe();
    }
    setState("off");
  };
  const turn = async (on: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem("");
    try {
      await (on ? turnOn() : turnOff());
    } catch {
      setProblem(say(offline));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-1 border-b px-4 py-2 md:px-6 xl:pl-8">
      <label htmlFor="this-browser" className="flex min-h-11 items-center justify-between gap-4">
        <span>{say("Tell me of bookings here while ClientPulse is closed")}</span>
        <Switch
          id="this-browser"
          checked={state === "on"}
          disabled={busy || state === "refused"}
          onCheckedChange={turn}
        />
      </label>
      {state === "refused" ? (
        <p className="text-quiet">
          {say("This browser has been told to show no notifications of this site. Its settings change that.")}
        </p>
      ) : null}
      <ProblemLine>{problem}</ProblemLine>
    </div>
  );
}
