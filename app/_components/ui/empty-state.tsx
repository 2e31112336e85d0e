import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** What will be here, why it is empty, one button. */
export function EmptyState(props: { icon: LucideIcon; title: string; why: string; action?: ReactNode }) {
  const { icon: Icon, title, why, action } = props;
  return (
    <div className="grid content-start justify-items-start gap-3 py-8">
      <Icon aria-hidden className="size-5 text-quiet" />
      <div className="grid max-w-[52ch] gap-1">
        <p className="font-medium">{title}</p>
        <p className="text-quiet">{why}</p>
      </div>
      {action}
    </div>
  );
}
