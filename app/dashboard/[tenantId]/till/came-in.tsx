import { LiveValue } from "@/app/_components/live/live-value";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { TillDay } from "@/lib/till/get-till";

/** What came in that day by tender, less what was given back. */
export function CameIn({ till: { came, currency } }: { till: TillDay }) {
  const say = useSay();
  const { cash, mpesa, card, other, unverified } = came;
  const all = [
    { term: say("Cash"), minor: cash },
    { term: say("M-Pesa"), minor: mpesa },
    ...(unverified === 0 ? [] : [{ term: say("M-Pesa codes, not verified"), minor: unverified }]),
    { term: say("Card"), minor: card },
    ...(other === 0 ? [] : [{ term: say("Other"), minor: other }]),
  ];
  return (
    <dl
      aria-label={say("Came in")}
      className="grid grid-cols-2 gap-x-6 gap-y-3 border-b px-4 py-4 sm:flex sm:flex-wrap sm:gap-x-12 md:px-6 xl:pl-8"
    >
      {all.map(({ term, minor }) => (
        <div key={term} className="min-w-0">
          <dt className="text-quiet">{term}</dt>
          {minor === null ? (
            <dd className="text-quiet">{say("told once the drawer is counted")}</dd>
          ) : (
            <dd className="text-lg font-semibold tabular-nums">
              <LiveValue value={formatMoney(minor, currency)} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
