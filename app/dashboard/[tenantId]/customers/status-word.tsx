import { Ban, Crown, type LucideIcon, Moon } from "lucide-react";
import { cn } from "@/app/_components/ui/cn";
import { useSay } from "@/app/_words/use-say";
import type { CustomerStatus } from "@/db/schema/customers";
import { statusWords } from "@/lib/customers/rules";

const looks: Partial<Record<CustomerStatus, { icon: LucideIcon; look: string }>> = {
  vip: { icon: Crown, look: "text-arrived" },
  inactive: { icon: Moon, look: "text-quiet" },
  blocked: { icon: Ban, look: "text-danger" },
};

/** A customer's state: a mark, a word and a colour. Who is active needs none. */
export function StatusWord({ status, className }: { status: CustomerStatus; className?: string }) {
  const say = useSay();
  const shown = looks[status];
  if (!shown) return null;
  const { icon: Icon, look } = shown;
  return (
    <span className={cn("inline-flex items-center gap-1 font-medium whitespace-nowrap", look, className)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {say.known(statusWords(status))}
    </span>
  );
}
