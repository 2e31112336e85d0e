import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import type { SaleFacts, SalePayment } from "@/lib/till/get-sale";
import { methodWords } from "../../method-words";
import { reasonWords } from "../../payments/payment-words";

const standing: Partial<Record<SalePayment["status"], Phrase>> = {
  created: phrase("being sent"),
  submitting: phrase("being sent"),
  pending: phrase("waiting for the phone"),
  unknown: phrase("not known yet"),
  needs_review: phrase("somebody has to look at it"),
  declined: phrase("not paid"),
  expired: phrase("not paid in time"),
  config_error: phrase("M-Pesa’s settings are wrong"),
  paid_late: phrase("came too late"),
};

const notPaid: ReadonlySet<string> = new Set(["declined", "expired", "config_error"]);

/** What has been paid so far, each way by itself. */
export function TenderList({ sale: { payments, currency } }: { sale: SaleFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  if (payments.length === 0) return null;
  return (
    <section aria-labelledby="tenders-title" className="grid gap-2">
      <h3 id="tenders-title" className="font-medium">
        {say("Payments")}
      </h3>
      <ul className="divide-y border-y">
        {payments.map(({ id, method, status, amountMinor, changeMinor, detail, resultCode, at }) => (
          <li key={id} className="flex justify-between gap-4 py-2">
            <span className="min-w-0">
              <span className="block font-medium break-words">
                {say(methodWords[method])}
                {detail ? <span className="font-normal text-quiet"> {detail}</span> : null}
              </span>
              <span className="block text-quiet tabular-nums">
                {standing[status] ? say(standing[status]) : formatDayTime(at, tenant.timeZone, say.language)}
                {notPaid.has(status) && resultCode ? `: ${reasonWords(say, resultCode)}` : ""}
                {changeMinor > 0 ? `, ${say("{money} change", { money: formatMoney(changeMinor, currency) })}` : ""}
              </span>
            </span>
            <span className={`shrink-0 tabular-nums ${status === "paid" ? "" : "text-quiet"}`}>
              {formatMoney(amountMinor, currency)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
