import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { Revenue, RevenueSums } from "@/lib/analytics/get-revenue";
import { formatMoney } from "@/lib/platform/format";
import { countWords } from "./amount-words";
import { Figure, FigureGrid } from "./figure";
import { changeWords } from "./period-words";
import { rowsAddress } from "./rows-address";

/** What a sale brought on average; nothing where there was none. */
const average = ({ earnedMinor, sales }: RevenueSums): number => (sales === 0 ? 0 : Math.round(earnedMinor / sales));

/** The numbers of these days, each beside what it was before, and each the way to what it is made of. */
export function RevenueFigures({ revenue }: { revenue: Revenue }) {
  const say = useSay();
  const { tenant } = useShell();
  const { total, before, owedMinor, withoutDrawer, currency, period } = revenue;
  const { from, to } = period;
  const money = (minor: number) => formatMoney(minor, currency);
  const rows = (kind?: string) => rowsAddress(tenant.id, { from, to, kind });
  const beside = (key: keyof RevenueSums, shown: (value: number) => string, otherwise = "") =>
    before ? changeWords(say, total[key], before[key], shown) : otherwise;
  return (
    <FigureGrid label={say("Numbers")}>
      <Figure
        id="earned"
        label={say("Revenue")}
        value={money(total.earnedMinor)}
        note={beside("earnedMinor", money, say("without VAT and tips"))}
        href={rows()}
      />
      <Figure
        id="paid"
        label={say("Paid")}
        value={money(total.paidMinor)}
        note={
          withoutDrawer
            ? say("without the cash of the open drawer")
            : beside("paidMinor", money, say("whatever it was for"))
        }
        href={rows("paid")}
      />
      <Figure
        id="owed"
        label={say("Not paid yet")}
        value={money(owedMinor)}
        note={say("of sales of these days")}
        href={rows("owed")}
      />
      <Figure
        id="sales"
        label={say("Sales")}
        value={countWords(total.sales)}
        note={beside("sales", countWords)}
        href={rows("sales")}
      />
      <Figure
        id="average"
        label={say("Average sale")}
        value={money(average(total))}
        note={before ? changeWords(say, average(total), average(before), money) : say("revenue by sales")}
        href={rows("sales")}
      />
      <Figure
        id="visits"
        label={say("Visits")}
        value={countWords(total.visits)}
        note={beside("visits", countWords)}
        href={`/dashboard/${tenant.id}/visits?from=${from}&to=${to}`}
      />
      <Figure
        id="tips"
        label={say("Tips")}
        value={money(total.tipsMinor)}
        note={beside("tipsMinor", money, say("passed on to your people"))}
        href={rows("tips")}
      />
      <Figure
        id="vat"
        label={say("VAT")}
        value={money(total.vatMinor)}
        note={beside("vatMinor", money, say("in what was sold"))}
        href={rows("vat")}
      />
      <Figure
        id="discounts"
        label={say("Let off")}
        value={money(total.discountsMinor)}
        note={beside("discountsMinor", money, say("of the prices"))}
        href={rows("discounts")}
      />
      <Figure
        id="back"
        label={say("Given back")}
        value={money(total.givenBackMinor)}
        note={beside("givenBackMinor", money, say("to customers"))}
        href={rows("back")}
      />
    </FigureGrid>
  );
}
