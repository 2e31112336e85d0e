"use client";

import { CircleAlert } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useShell } from "./shell-context";

type Props = { kind: "resting" | "due" | "ending"; until: string };

const words = {
  resting: { title: "This business only reads and exports.", about: "Its subscription has not been paid." },
  due: { title: "Your subscription is due.", about: "Everything goes on until" },
  ending: { title: "Your trial is nearly over.", about: "It ends with" },
};

/** Before and while something is owed to the platform. It goes by itself when it is paid. */
export function PlanBanner({ kind, until }: Props) {
  const { tenant } = useShell();
  const router = useRouter();
  useEffect(() => {
    const hear = (event: Event) => {
      if ((event as CustomEvent<{ name: string }>).detail.name.startsWith("subscription.")) router.refresh();
    };
    window.addEventListener("clientpulse:event", hear);
    return () => window.removeEventListener("clientpulse:event", hear);
  }, [router]);
  const { title, about } = words[kind];
  return (
    <aside
      aria-label="Subscription"
      className="flex items-start gap-3 border-b bg-wash px-4 py-2.5 md:px-6 lg:px-5 print:hidden"
    >
      <CircleAlert
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${kind === "ending" ? "text-requested" : "text-danger"}`}
      />
      <p>
        <span className="font-medium">{title}</span> {about}
        {kind === "resting" ? "" : ` ${until}.`}{" "}
        {tenant.may.includes("subscription.see") ? (
          <Link href={`/dashboard/${tenant.id}/settings/plan`} className="underline underline-offset-4">
            {tenant.may.includes("subscription.manage") ? "Pay or choose a plan" : "Look at it"}
          </Link>
        ) : (
          "An owner pays it."
        )}
      </p>
    </aside>
  );
}
