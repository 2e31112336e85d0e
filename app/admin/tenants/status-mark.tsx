import { Ban, CircleCheck, Hourglass, PauseCircle } from "lucide-react";
import { cn } from "@/app/_components/ui/cn";
import { useSay } from "@/app/_words/use-say";
import { statusWords, type TenantStatus } from "@/lib/admin/rules";

const looks = {
  pending: { Icon: Hourglass, colour: "text-requested" },
  active: { Icon: CircleCheck, colour: "text-confirmed" },
  suspended: { Icon: PauseCircle, colour: "text-no-show" },
  rejected: { Icon: Ban, colour: "text-cancelled" },
} as const;

export function StatusMark({ status }: { status: TenantStatus }) {
  const say = useSay();
  const { Icon, colour } = looks[status];
  return (
    <span className={cn("inline-flex items-center gap-1.5 font-medium whitespace-nowrap", colour)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {statusWords[say.language][status]}
    </span>
  );
}
