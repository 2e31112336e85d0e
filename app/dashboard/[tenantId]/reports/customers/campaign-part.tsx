import Link from "next/link";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { campaignLines } from "@/lib/analytics/figure-lines";
import type { CampaignsAnswer } from "@/lib/analytics/report-answers";
import { ListLoading } from "../../list-loading";
import { ExportLinks } from "../export-links";
import { broughtRowsAt } from "../insight-addresses";
import { LineFigures } from "../line-figures";
import { type AskedDays, reportKey } from "../report-keys";
import { Part } from "./referral-part";
import { Ranked, RankedList } from "./top-lists";

/** What came after the messages of campaigns; not because of them, which nobody can know. */
export function CampaignPart({ days }: { days: AskedDays }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<CampaignsAnswer>(reportKey(tenant.id, "campaigns", days), fetchJson, {
    keepPreviousData: true,
  });
  if (!data) return <ListLoading rows={3} />;
  const { period, figures, against, campaigns, currency } = data;
  const base = `/dashboard/${tenant.id}/campaigns`;
  if (figures.sent === 0 && !against?.sent)
    return (
      <Part title={say("Campaigns")}>
        <p className="text-quiet">
          {say.rich("No message of a campaign left the house in these days. <link>Write one</link>", {
            link: (chunks) => (
              <Link className="underline underline-offset-4" href={base}>
                {chunks}
              </Link>
            ),
          })}
        </p>
      </Part>
    );
  return (
    <>
      <LineFigures
        label={say("Campaigns")}
        lines={campaignLines}
        {...{ figures, against, currency }}
        rowsAt={(of) => broughtRowsAt(tenant.id, days, of)}
      />
      <RankedList title={say("Each campaign")}>
        {campaigns.map(({ campaignId, name, sent, bookings }) => (
          <Ranked key={campaignId} name={name} href={`${base}/${campaignId}`}>
            {say("{sent} sent, {bookings, plural, one {1 booking} other {{bookings} bookings}} after", {
              sent,
              bookings,
            })}
          </Ranked>
        ))}
      </RankedList>
      <ExportLinks
        of={say("Campaigns")}
        fileAt={(format) =>
          reportKey(tenant.id, "campaigns/export", { from: period.from, to: period.to, compare: days.compare, format })
        }
      />
    </>
  );
}
