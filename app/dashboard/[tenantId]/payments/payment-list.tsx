"use client";

import { SearchX, Wallet } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { PaymentFilters } from "@/lib/payments/input";
import type { PaymentItem, PaymentPage, PaymentTotals } from "@/lib/payments/list-payments";
import { formatMoney } from "@/lib/platform/format";
import { DayGroups } from "../day-groups";
import { ListLoading } from "../list-loading";
import { PagedList } from "../paged-list";
import { paymentsKey } from "./money-keys";
import { PaymentRow } from "./payment-row";

/** Day by day, latest first. Each page asks for the next one, as in the list of bookings. */
export function PaymentList({ filters }: { filters: PaymentFilters }) {
  const { tenant } = useShell();
  const { data, error } = useSWR<PaymentPage>(paymentsKey(tenant.id, filters), fetchJson, { keepPreviousData: true });
  if (!data) return error ? <Failed /> : <ListLoading rows={8} />;
  if (data.items.length === 0) return <Empty filters={filters} />;
  return (
    <>
      <Totals totals={data.totals} />
      <PagedList<PaymentItem> keyOf={(cursor) => paymentsKey(tenant.id, filters, cursor)}>
        {(payments) => (
          <DayGroups items={payments} at={({ at }) => at}>
            {(payment) => <PaymentRow key={payment.id} payment={payment} timeZone={tenant.timeZone} />}
          </DayGroups>
        )}
      </PagedList>
    </>
  );
}

/** Of everything that the filters leave, whether it has been loaded or not. */
function Totals({ totals }: { totals: PaymentTotals }) {
  const say = useSay();
  const { payments, paidMinor, unverifiedMinor, withoutDrawer, currency } = totals;
  const facts = [
    { term: say("{payments, plural, one {Payment} other {Payments}}", { payments }), value: String(payments) },
    {
      term: withoutDrawer ? say("Paid, without the open drawer") : say("Paid"),
      value: formatMoney(paidMinor, currency),
    },
    ...(unverifiedMinor > 0 ? [{ term: say("Not verified"), value: formatMoney(unverifiedMinor, currency) }] : []),
  ];
  return (
    <dl aria-label={say("In all")} className="flex flex-wrap gap-x-8 gap-y-2 border-b px-4 py-3 md:px-6 xl:pl-8">
      {facts.map(({ term, value }) => (
        <div key={term} className="flex items-baseline gap-2">
          <dt className="text-quiet">{term}</dt>
          <dd className="font-semibold whitespace-nowrap tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Empty({ filters }: { filters: PaymentFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      {Object.values(filters).some(Boolean) ? (
        <EmptyState
          icon={SearchX}
          title={say("No payment fits these filters")}
          why={say("Choose fewer of them, or other days.")}
        />
      ) : (
        <EmptyState
          icon={Wallet}
          title={say("Nothing has been paid yet")}
          why={say("Deposits and what is paid at the till stand here, each with where it came from.")}
          action={
            tenant.may.includes("payments.manage") ? (
              <Button asChild>
                <Link href={`/dashboard/${tenant.id}/settings/mpesa`}>{say("Set up M-Pesa")}</Link>
              </Button>
            ) : undefined
          }
        />
      )}
    </div>
  );
}

function Failed() {
  const say = useSay();
  return (
    <p role="alert" className="px-4 py-8 md:px-6 xl:pl-8">
      {say("The payments could not be loaded. They come back by themselves once the server answers.")}
    </p>
  );
}
