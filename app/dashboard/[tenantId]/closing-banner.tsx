"use client";

import { CircleAlert } from "lucide-react";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { KeepButton } from "./settings/data/keep-button";

/** While the business is being closed: until when its owner can keep it. It goes by itself when they do. */
export function ClosingBanner({ until }: { until: string }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <aside
      aria-label={say("Being closed")}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-wash px-4 py-2.5 md:px-6 lg:px-5 print:hidden"
    >
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
        <span>
          {say.rich(
            "<b>This business is being closed.</b> It reads and exports until {until}; then everything in it is deleted for good.",
            { b: (words) => <span className="font-medium">{words}</span>, until },
          )}
          {tenant.may.includes("business.close") ? "" : ` ${say("Its owner can still keep it.")}`}
        </span>
      </p>
      {tenant.may.includes("business.close") ? <KeepButton /> : null}
    </aside>
  );
}
