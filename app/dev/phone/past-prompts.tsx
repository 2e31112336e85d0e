import { Ban, Check, Clock, type LucideIcon } from "lucide-react";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { classOf, type ResultClass } from "@/lib/payments/daraja/result-codes";
import type { PromptView } from "@/lib/payments/simulator/control";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import { localPhone } from "./local-phone";

const words: Record<ResultClass, Phrase> = {
  paid: phrase("Paid"),
  funds: phrase("Not enough money"),
  limit: phrase("Over the payer’s limit"),
  cancelled: phrase("Cancelled"),
  expired: phrase("Nobody answered"),
  pin: phrase("Wrong PIN"),
  retry_later: phrase("Refused for the moment"),
  merchant: phrase("The business’s account is full"),
  config: phrase("The business’s account is set up wrongly"),
  unknown: phrase("Failed"),
};

/** What became of the earlier ones, and those that answer by themselves. */
export function PastPrompts({ prompts }: { prompts: PromptView[] }) {
  const say = useSay();
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="text-md font-medium">{say("Earlier")}</h2>
      <ol className="border-t">
        {prompts.map((prompt) => (
          <Past key={prompt.id} prompt={prompt} />
        ))}
      </ol>
    </section>
  );
}

function Past({
  prompt: { business, amount, reference, phone, at, state, byHand, code, receipt },
}: {
  prompt: PromptView;
}) {
  const say = useSay();
  const [Icon, outcome]: [LucideIcon, string] =
    state === "paid"
      ? [Check, say("Paid, {receipt}", { receipt: receipt ?? "" })]
      : state === "failed"
        ? [Ban, `${say(words[classOf(code ?? "")])} (${code})`]
        : [Clock, byHand ? say("Ignored, until it goes away") : say("This number answers by itself")];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b py-3">
      <p className="truncate font-medium">{business}</p>
      <p className="text-right font-medium tabular-nums">{formatMoney(amount * 100, "KES")}</p>
      <p className="flex min-w-0 items-start gap-1.5">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="wrap-anywhere">{outcome}</span>
      </p>
      <p className="text-right text-quiet tabular-nums">{reference}</p>
      <p className="text-sm text-quiet tabular-nums">{localPhone(phone)}</p>
      <p className="text-right text-sm text-quiet tabular-nums">
        <time dateTime={at}>{formatDayTime(at, "Africa/Nairobi", say.language)}</time>
      </p>
    </li>
  );
}
