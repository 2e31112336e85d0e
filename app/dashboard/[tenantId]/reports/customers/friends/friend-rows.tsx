"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { ReferralRowsAnswer } from "@/lib/analytics/report-answers";
import type { ReferralRowsQuery } from "@/lib/analytics/rows-input";
import { formatDay } from "@/lib/platform/format";
import { customerPage } from "../../../customers/customer-keys";
import { ListLoading } from "../../../list-loading";
import { PagedList } from "../../../paged-list";
import { customersPage } from "../../insight-addresses";
import { reportKey } from "../../report-keys";
import { RowsHead } from "../../rows-head";

type Friend = ReferralRowsAnswer["items"][number];

/** Each friend, by whom they came, and whether they have paid a visit. */
export function FriendRows({ asked }: { asked: Omit<ReferralRowsQuery, "cursor"> }) {
  const say = useSay();
  const { tenant } = useShell();
  const keyOf = (cursor: string) => reportKey(tenant.id, "referrals/rows", { ...asked, cursor });
  const { data } = useSWR<ReferralRowsAnswer>(keyOf(""), fetchJson, { keepPreviousData: true });
  if (!data) return <ListLoading rows={8} />;
  return (
    <>
      <RowsHead
        back={{ label: say("Customers"), href: customersPage(tenant.id, asked) }}
        title={say("Friends who came")}
        period={data.period}
      />
      {data.items.length === 0 ? (
        <div className="px-4 md:px-6 xl:pl-8">
          <EmptyState icon={SearchX} title={say("Nobody")} why={say("No friend came by a code in these days.")} />
        </div>
      ) : (
        <PagedList<Friend> keyOf={keyOf}>
          {(friends, cursor) => (
            <ul aria-label={cursor ? say("Friends, continued") : say("Friends")} className="divide-y border-b">
              {friends.map((friend) => (
                <Row key={friend.customerId} friend={friend} />
              ))}
            </ul>
          )}
        </PagedList>
      )}
    </>
  );
}

function Row({ friend: { customerId, name, referrerId, referrer, at, hasPaid, points } }: { friend: Friend }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-(--row) md:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_7rem_10rem] md:px-6 xl:pl-8">
      <Link className="truncate font-medium hover:underline" href={customerPage(tenant.id, customerId)}>
        {name}
      </Link>
      <span className="truncate text-quiet max-md:order-3">
        {say.rich("by <link>{referrer}</link>", {
          referrer,
          link: (chunks) => (
            <Link className="hover:underline" href={customerPage(tenant.id, referrerId)}>
              {chunks}
            </Link>
          ),
        })}
      </span>
      <span className="text-right text-quiet tabular-nums md:text-left">
        {formatDay(at, tenant.timeZone, say.language)}
      </span>
      <span className="text-right tabular-nums max-md:order-4">
        {hasPaid ? say("paid, {points} points each", { points }) : say("no paid visit yet")}
      </span>
    </li>
  );
}
