import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../ui/cn";

type Props = {
  name: string;
  icon: LucideIcon;
  /** Something is lost unless somebody does something. */
  isGrave?: boolean;
  /** What can be done about it from here. */
  action?: ReactNode;
  children: ReactNode;
};

/** What holds for the whole business, above every page of it. */
export const Banner = ({ name, icon: Icon, isGrave = false, action, children }: Props) => (
  <aside
    aria-label={name}
    className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-wash px-4 py-2.5 md:px-6 lg:px-5 print:hidden"
  >
    <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", isGrave ? "text-danger" : "text-requested")} />
      <p className="min-w-0">{children}</p>
    </div>
    {action}
  </aside>
);
