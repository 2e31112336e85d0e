"use client";

import { CircleAlert } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { Banner } from "./banner";
import { useShell } from "./shell-context";

type Props = { kind: "resting" | "due" | "ending"; until: string };

const about = (say: Say, { kind, until }: Props): ReactNode => {
  const b = (words: ReactNode) => <span className="font-medium">{words}</span>;
  if (kind === "resting")
    return say.rich("<b>This business only reads and exports.</b> Its subscription has not been paid.", { b });
  if (kind === "due")
    return say.rich("<b>Your subscription is due.</b> Everything goes on until {until}.", { b, until });
  return say.rich("<b>Your trial is nearly over.</b> It ends with {until}.", { b, until });
};

/** Before and while something is owed to the platform. It goes by itself when it is paid. */
export function PlanBanner({ kind, until }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const router = useRouter();
  useEffect(() => {
    const hear = (event: Event) => {
      if ((event as CustomEvent<{ name: string }>).detail.name.startsWith("subscription.")) router.refresh();
    };
    window.addEventListener("clientpulse:event", hear);
    return () => window.removeEventListener("clientpulse:event", hear);
  }, [router]);
  return (
    <Banner name={say("Subscription")} icon={CircleAlert} isGrave={kind !== "ending"}>
      {about(say, { kind, until })}{" "}
      {tenant.may.includes("subscription.see") ? (
        <Link href={`/dashboard/${tenant.id}/settings/plan`} className="underline underline-offset-4">
          {tenant.may.includes("subscription.manage") ? say("Pay or choose a plan") : say("Look at it")}
        </Link>
      ) : (
        say("An owner pays it.")
      )}
    </Banner>
  );
}
