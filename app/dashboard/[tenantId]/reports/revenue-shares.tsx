import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Revenue } from "@/lib/analytics/get-revenue";
import type { RevenueQuery } from "@/lib/analytics/input";
import type { Method, RevenuePart } from "@/lib/analytics/rules";
import { formatMoney } from "@/lib/platform/format";
import { ExportLinks } from "./export-links";
import { reportKey } from "./report-keys";
import { rowsAddress } from "./rows-address";

const methodNames: Record<Method, Phrase> = {
  mpesa: phrase("M-Pesa"),
  cash: phrase("Cash"),
  card: phrase("Card"),
  other: phrase("Other"),
};

type Share = { key: string; name: string; minor: number; opens: Record<string, string> };

/** By what it was sold, by whom, which kind and how it was paid; the parts of each add up to its number above. */
export function RevenueShares({ revenue, asked }: { revenue: Revenue; asked: RevenueQuery }) {
  const say = useSay();
  const [feesWord, nobody] = [say("Fees kept"), say("Nobody")];
  const { total, services, products, feesMinor, staff, categories, methods, withoutDrawer } = revenue;
  const things: Share[] = [
    ...services.map(({ id, name, minor }) => ({ key: id!, name, minor, opens: { service: id! } })),
    ...products.map(({ id, name, minor }) => ({ key: id!, name, minor, opens: { product: id! } })),
    ...(feesMinor === 0 ? [] : [{ key: "fee", name: feesWord, minor: feesMinor, opens: { kind: "fee" } }]),
  ].sort((one, other) => other.minor - one.minor);
  const people = staff.map(({ id, name, minor }) => ({
    ...{ key: id ?? "none", name: name || nobody, minor, opens: { staff: id ?? "none" } },
  }));
  const kinds = categories.map(({ name, minor }) => ({ key: name, name, minor, opens: { category: name } }));
  const ways = methods
    .filter(({ minor }) => minor !== 0)
    .map(({ method, minor }) => ({ key: method, name: say(methodNames[method]), minor, opens: { method } }));
  const of = { revenue, asked };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 xl:grid-cols-2">
      <Shares {...of} title={say("By service and product")} part="services" shares={things} whole={total.earnedMinor} />
      <Shares {...of} title={say("By person")} part="staff" shares={people} whole={total.earnedMinor} />
      <Shares {...of} title={say("By kind of service")} shares={kinds} whole={total.earnedMinor} />
      <Shares
        {...of}
        title={say("By how it was paid")}
        part="methods"
        shares={ways}
        whole={total.paidMinor}
        note={withoutDrawer ? say("Without the cash of the drawer that is open.") : ""}
      />
    </div>
  );
}

type Props = {
  revenue: Revenue;
  asked: RevenueQuery;
  title: string;
  /** Which file it is; none for what stands in another one. */
  part?: RevenuePart;
  shares: readonly Share[];
  whole: number;
  note?: string;
};

function Shares({ revenue: { period, currency }, asked, title, part, shares, whole, note }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const { from, to } = period;
  const most = Math.max(...shares.map(({ minor }) => minor), 1);
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
      <h2 className="font-semibold">{title}</h2>
      {note ? <p className="text-quiet">{note}</p> : null}
      {shares.length === 0 ? (
        <p className="text-quiet">{say("None in these days.")}</p>
      ) : (
        <ul className="divide-y border-y">
          {shares.map(({ key, name, minor, opens }) => (
            <li key={key} className="grid gap-1 py-2">
              <Link
                href={rowsAddress(tenant.id, { from, to, ...opens })}
                className="grid grid-cols-[minmax(0,1fr)_auto_3rem] gap-x-4 hover:underline"
              >
                <span className="truncate">{name}</span>
                <span className="text-right tabular-nums">{formatMoney(minor, currency)}</span>
                <span className="text-right text-quiet tabular-nums">{shareWords(minor, whole)}</span>
              </Link>
              <span aria-hidden className="h-1 rounded-full bg-wash">
                <span
                  className="block h-1 rounded-full bg-accent"
                  style={{ width: `${Math.max(0, (minor / most) * 100)}%` }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      {part && shares.length > 0 ? (
        <ExportLinks
          of={title}
          fileAt={(format) => reportKey(tenant.id, "revenue/export", { ...asked, part, format })}
        />
      ) : null}
    </section>
  );
}

/** What is there is never said to be nothing. */
function shareWords(minor: number, whole: number): string {
  if (whole <= 0 || minor < 0) return "";
  const percent = Math.round((minor / whole) * 100);
  return percent === 0 && minor > 0 ? "<1%" : `${percent}%`;
}
