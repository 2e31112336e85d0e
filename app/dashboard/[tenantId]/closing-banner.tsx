"use client";

import { CircleAlert } from "lucide-react";
import { Banner } from "@/app/_components/shell/banner";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { KeepButton } from "./settings/data/keep-button";

/** While the business is being closed: until when its owner can keep it. It goes by itself when they do. */
export function ClosingBanner({ until }: { until: string }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <Banner
      name={say("Being closed")}
      icon={CircleAlert}
      isGrave
      action={tenant.may.includes("business.close") ? <KeepButton /> : null}
    >
      {say.rich(
        "<b>This business is being closed.</b> It reads and exports until {until}; then everything in it is deleted for good.",
        { b: (words) => <span className="font-medium">{words}</span>, until },
      )}
      {tenant.may.includes("business.close") ? "" : ` ${say("Its owner can still keep it.")}`}
    </Banner>
  );
}
