import Link from "next/link";
import type { ReactNode } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { type OfReferrals, referralLines } from "@/lib/analytics/figure-lines";
import type { ReferralsAnswer } from "@/lib/analytics/report-answers";
import { ListLoading } from "../../list-loading";
import { ExportLinks } from "../export-links";
import { broughtRowsAt, customerRowsAt, friendsAt } from "../insight-addresses";
import { LineFigures } from "../line-figures";
import { type AskedDays, reportKey } from "../report-keys";
import { Ranked, RankedList } from "./top-lists";

const openings: Record<OfReferrals, (tenantId: string, days: AskedDays) => string> = {
  friends: friendsAt,
  referral_points: (tenantId, days) => broughtRowsAt(tenantId, days, "referral_points"),
  friend_visits: (tenantId, days) => customerRowsAt(tenantId, days, "friend_visits"),
};

/** Who came by a code of somebody's, and who brought most. */
export function ReferralPart({ days }: { days: AskedDays }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<ReferralsAnswer>(reportKey(tenant.id, "referrals", days), fetchJson, {
    keepPreviousData: true,
  });
  if (!data) return <ListLoading rows={3} />;
  const { period, figures, against, leaders, currency } = data;
  if (figures.friends === 0 && figures.paidMinor === 0 && !against?.friends)
    return (
      <Part title={say("Friends bring friends")}>
        <p className="text-quiet">
          {say.rich(
            "Nobody came by a friend’s code in these days. Each customer finds theirs in the portal; what both sides get stands under <link>Rewards</link>.",
            {
              link: (chunks) => (
                <Link className="underline underline-offset-4" href={`/dashboard/${tenant.id}/rewards/earning`}>
                  {chunks}
                </Link>
              ),
            },
          )}
        </p>
      </Part>
    );
  return (
    <>
      <LineFigures
        label={say("Friends bring friends")}
        lines={referralLines}
        {...{ figures, against, currency }}
        rowsAt={(of) => openings[of](tenant.id, days)}
      />
      {leaders.length > 0 ? (
        <RankedList title={say("Brought most")}>
          {leaders.map(({ customerId, name, friends, converted }) => (
            <Ranked key={customerId} name={name} href={friendsAt(tenant.id, days, customerId)}>
              {say("{friends, plural, one {1 friend} other {{friends} friends}}, {converted} paid", {
                friends,
                converted,
              })}
            </Ranked>
          ))}
        </RankedList>
      ) : null}
      <ExportLinks
        of={say("Friends")}
        fileAt={(format) =>
          reportKey(tenant.id, "referrals/export", { from: period.from, to: period.to, compare: days.compare, format })
        }
      />
    </>
  );
}

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="grid max-w-[68ch] gap-2">
    <h2 className="font-semibold">{title}</h2>
    {children}
  </section>
);
