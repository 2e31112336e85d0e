import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useSay } from "@/app/_words/use-say";
import type { Period } from "@/lib/analytics/rules";
import { daysWords } from "../payroll/pay-words";

type Props = {
  back: { label: string; href: string };
  title: string;
  period: Period;
  /** Numbers that say more beside this one. */
  beside?: readonly { label: string; href: string; isOpen: boolean }[];
};

/** Over the rows of a number: which number, which days, the way back and the way to its neighbours. */
export function RowsHead({ back, title, period, beside = [] }: Props) {
  const say = useSay();
  return (
    <div className="grid gap-2 border-b px-4 py-4 md:px-6 xl:px-8">
      <Link href={back.href} className="flex w-fit items-center gap-1.5 text-quiet hover:text-ink print:hidden">
        <ArrowLeft aria-hidden className="size-4" />
        {back.label}
      </Link>
      <h2 className="font-semibold">
        {title}, {daysWords(say, period)}
      </h2>
      {beside.length > 0 ? (
        <nav aria-label={say("Beside it")} className="-mx-2.5 flex flex-wrap gap-1 print:hidden">
          {beside.map(({ label, href, isOpen }) => (
            <Link
              key={href}
              href={href}
              aria-current={isOpen ? "true" : undefined}
              className="flex h-9 items-center rounded-control px-2.5 font-medium text-quiet hover:bg-wash hover:text-ink aria-[current=true]:bg-wash aria-[current=true]:text-ink"
            >
              {label}
            </Link>
          ))}
        </nav>
      ) : null}
    </div>
  );
}
