import { CheckCheck, CircleX, Clock, type LucideIcon, Pause, PenLine, Send } from "lucide-react";
import { useSay } from "@/app/_words/use-say";
import type { CampaignStatus } from "@/db/schema/campaigns";
import { campaignStatuses } from "@/lib/campaigns/rules";

const looks: Record<CampaignStatus, { icon: LucideIcon; look: string }> = {
  draft: { icon: PenLine, look: "text-quiet" },
  scheduled: { icon: Clock, look: "text-requested" },
  sending: { icon: Send, look: "text-arrived" },
  sent: { icon: CheckCheck, look: "text-completed" },
  cancelled: { icon: CircleX, look: "text-cancelled" },
};

/** Where a campaign is: an icon and a word. */
export function CampaignState({ status, isPaused }: { status: CampaignStatus; isPaused: boolean }) {
  const say = useSay();
  const { icon, look } = looks[status];
  const Icon = isPaused ? Pause : icon;
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${look}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {isPaused ? say("Stopped for now") : say.known(campaignStatuses[status])}
    </span>
  );
}
