import { Download, FileText } from "lucide-react";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { formatCalendarDate, formatDate, formatMoney } from "@/lib/platform/format";
import type { SubscriptionFacts } from "@/lib/subscriptions/get-subscription";
import { lineWords } from "@/lib/subscriptions/invoice-words";
import { paidByWords } from "@/lib/subscriptions/rules";
import { planKey } from "../settings-keys";

function paidWords(say: Say, day: string, paidBy: keyof typeof paidByWords, receipt: string | null): string {
  const by = say.known(paidByWords[paidBy]);
  return receipt ? say("Paid {day} {by}, {receipt}", { day, by, receipt }) : say("Paid {day} {by}", { day, by });
}

/** Every invoice, newest first, each as a file. */
export function InvoiceList({ facts }: { facts: SubscriptionFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <section aria-label={say("Invoices")} className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t pt-6">
      <h2 className="font-semibold">{say("Invoices")}</h2>
      {facts.invoices.length === 0 ? (
        <EmptyState
          icon={FileText}
          title={say("No invoice yet")}
          why={say("The first one comes when your trial is over.")}
        />
      ) : (
        <ul className="divide-y border-y">
          {facts.invoices.map(
            ({ id, number, status, lines, amountMinor, currency, dueOn, paidAt, paidBy, receipt }) => (
              <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-4 py-2">
                <div className="min-w-0">
                  <p className="truncate font-medium">
                    {say("Invoice {number}", { number })}
                    <span className="font-normal text-quiet"> · {lineWords(lines[0]?.text ?? "", say.language)}</span>
                  </p>
                  <p className="text-quiet">
                    {status === "paid" && paidAt && paidBy
                      ? paidWords(say, formatDate(paidAt, tenant.timeZone, say.language), paidBy, receipt)
                      : status === "void"
                        ? say("Void")
                        : say("Due since {day}", { day: formatCalendarDate(dueOn, say.language) })}
                  </p>
                </div>
                <span className={`text-right tabular-nums ${status === "void" ? "text-quiet line-through" : ""}`}>
                  {formatMoney(amountMinor, currency)}
                </span>
                <a
                  href={`${planKey(tenant.id)}/invoices/${id}`}
                  download
                  aria-label={say("Invoice {number} as a file", { number })}
                  className="grid size-11 place-items-center rounded-control hover:bg-wash"
                >
                  <Download aria-hidden className="size-4" />
                </a>
              </li>
            ),
          )}
        </ul>
      )}
    </section>
  );
}
