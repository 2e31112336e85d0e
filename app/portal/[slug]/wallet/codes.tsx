import { QrCode } from "@/app/_components/qr-code";
import { qrPicture } from "@/app/_server/qr-picture";
import type { WalletVoucher } from "@/lib/rewards/get-wallet";
import type { WalletWords } from "./words";

type Props = { vouchers: readonly WalletVoucher[]; words: WalletWords; timeZone: string };

/** What can be shown at the till, to be read out or scanned; and what became of the others. */
export function Codes({ vouchers, words, timeZone }: Props) {
  const usable = vouchers.filter(({ status }) => status === "pending");
  const over = vouchers.filter(({ status }) => status !== "pending");
  if (vouchers.length === 0) return null;
  return (
    <section aria-labelledby="codes-title" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id="codes-title" className="font-semibold">
        {words.codes}
      </h2>
      {usable.length > 0 ? <p className="text-quiet">{words.show}</p> : null}
      <ul className="grid gap-3">
        {usable.map(({ code, name, at }) => (
          <li key={code} className="flex items-center gap-4 rounded-panel border border-line bg-surface p-4">
            <QrCode
              picture={qrPicture(code)}
              label={words.picture(name)}
              className="size-24 shrink-0 rounded-control"
            />
            <span className="min-w-0">
              <span className="block break-words font-medium">{name}</span>
              <span className="block text-lg font-semibold tracking-wide tabular-nums" data-testid="code">
                {code}
              </span>
              <span className="block text-sm text-quiet tabular-nums">{words.usable(words.day(at, timeZone))}</span>
            </span>
          </li>
        ))}
      </ul>
      {over.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {over.map(({ code, name, status, at }) => (
            <li key={code} className="flex justify-between gap-4 py-2">
              <span className="min-w-0 break-words">{name}</span>
              <span className="shrink-0 text-right text-quiet tabular-nums">
                {words.states[status]} {words.day(at, timeZone)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
