import Link from "next/link";
import type { ReactNode } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { CustomersAnswer } from "@/lib/analytics/report-answers";
import { formatMoney } from "@/lib/platform/format";
import { customerPage } from "../../customers/customer-keys";

/** Who came most and who paid most in these days. */
export function TopLists({ answer: { topByVisits, topByPaid, currency } }: { answer: CustomersAnswer }) {
  const say = useSay();
  const { tenant } = useShell();
  if (topByVisits.length === 0) return null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 xl:grid-cols-2">
      <RankedList title={say("Came most")}>
        {topByVisits.map(({ customerId, name, visits }) => (
          <Ranked key={customerId} name={name} href={customerPage(tenant.id, customerId)}>
            {say("{visits, plural, one {1 visit} other {{visits} visits}}", { visits })}
          </Ranked>
        ))}
      </RankedList>
      <RankedList title={say("Paid most")}>
        {topByPaid.map(({ customerId, name, paidMinor }) => (
          <Ranked key={customerId} name={name} href={customerPage(tenant.id, customerId)}>
            {formatMoney(paidMinor, currency)}
          </Ranked>
        ))}
      </RankedList>
    </div>
  );
}

export const RankedList = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="grid max-w-160 grid-cols-[minmax(0,1fr)] content-start gap-2">
    <h3 className="font-medium">{title}</h3>
    <ol className="divide-y border-y">{children}</ol>
  </section>
);

/** `children`: what it is ranked by. */
export const Ranked = ({ name, href, children }: { name: string; href: string; children: ReactNode }) => (
  <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
    <Link href={href} className="truncate py-2 hover:underline">
      {name}
    </Link>
    <span className="text-right text-quiet tabular-nums">{children}</span>
  </li>
);
