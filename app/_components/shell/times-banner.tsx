"use client";

import { Clock } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useSay } from "@/app/_words/use-say";
import { Banner } from "./banner";
import { useShell } from "./shell-context";

/** After a move from the old system, until somebody has said that its bookings stand at the right times. */
export function TimesBanner() {
  const say = useSay();
  const { tenant } = useShell();
  const router = useRouter();
  useEffect(() => {
    const hear = (event: Event) => {
      if ((event as CustomEvent<{ name: string }>).detail.name === "house.moved") router.refresh();
    };
    window.addEventListener("clientpulse:event", hear);
    return () => window.removeEventListener("clientpulse:event", hear);
  }, [router]);
  return (
    <Banner name={say("Moved in")} icon={Clock}>
      {say.rich("<b>Your bookings have moved in.</b> Look at five of them first: <link>are their times right?</link>", {
        b: (words) => <span className="font-medium">{words}</span>,
        link: (words) => (
          <Link href={`/dashboard/${tenant.id}/settings/import/times`} className="underline underline-offset-4">
            {words}
          </Link>
        ),
      })}
    </Banner>
  );
}
