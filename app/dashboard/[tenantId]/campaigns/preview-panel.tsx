"use client";

import type { ReactNode } from "react";
import useSWR from "swr";
import { fetchJson, HttpError } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Fact, Facts } from "@/app/_components/ui/fact";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { Preview } from "@/lib/campaigns/preview-campaign";
import { whyNot } from "@/lib/campaigns/rules";
import { formatMoney } from "@/lib/platform/format";
import { previewKey } from "./campaign-keys";
import { type Typed, wordsOf } from "./typed-campaign";
import { useSettled } from "./use-settled";

export type Looked = {
  /** The newest there is, perhaps of what was typed a moment ago. */
  preview: Preview | undefined;
  /** Of exactly what is typed now. */
  exact: Preview | undefined;
  isWrong: boolean;
  /** What is typed is refused as it stands. */
  isInvalid: boolean;
};

/** What would come of it, asked anew once nobody types for a moment. */
export function usePreview(typed: Typed): Looked {
  const { tenant } = useShell();
  const wanted = typed.segment ? previewKey(tenant.id, wordsOf(typed)) : null;
  const asked = useSettled(wanted);
  const { data, error, isLoading } = useSWR<Preview>(asked, fetchJson, { keepPreviousData: true });
  const isAsked = asked !== null && asked === wanted;
  const isWrong = isAsked && error !== undefined;
  return {
    preview: error === undefined ? data : undefined,
    exact: isAsked && !isLoading && !isWrong ? data : undefined,
    isWrong,
    isInvalid: isWrong && error instanceof HttpError && error.status === 422,
  };
}

/** To how many, and for about how much. */
export function reachOf(say: Say, { total, sms, email, cost }: Preview): string {
  const reach = say("{reached} of {total, plural, one {{total} customer} other {{total} customers}}", {
    ...{ reached: sms + email, total },
  });
  return sms > 0 ? say("{reach}, about {cost}", { reach, cost: formatMoney(cost.minor, cost.currency) }) : reach;
}

/** The same in one line, where it is sent. */
export function PreviewLine({ preview }: { preview: Preview }) {
  return <p className="font-medium tabular-nums">{reachOf(useSay(), preview)}</p>;
}

/** Who would get it now, why the others would not, what it costs and how it reads, while it is being written. */
export function PreviewPanel({ looked: { preview, exact, isWrong } }: { looked: Looked }) {
  const say = useSay();
  return (
    <aside aria-label={say("Preview")} className="grid content-start gap-5 lg:border-l lg:pl-8">
      <h2 className="font-semibold">{say("Preview")}</h2>
      {exact ? (
        <Numbers preview={exact} />
      ) : (
        <p className="text-quiet">
          {isWrong ? say("It can be shown once the text is right.") : say("Looking who would get it")}
        </p>
      )}
      {preview ? <Samples samples={preview.samples} /> : null}
    </aside>
  );
}

function Numbers({ preview }: { preview: Preview }) {
  const say = useSay();
  const { total, sms, email, held, smsLeft, segments, cost, days, smsADay } = preview;
  const each = {
    ...{ money: formatMoney(cost.minor, cost.currency), segments },
    each: (chunks: ReactNode) => <span className="text-quiet">{chunks}</span>,
  };
  const ways = [
    sms > 0 ? say("{count} by SMS", { count: sms }) : [],
    email > 0 ? say("{count} by e-mail", { count: email }) : [],
  ].flat();
  return (
    <>
      <p role="status" className="text-xl font-semibold tabular-nums">
        {say.rich("{reached} <of>of {total, plural, one {{total} customer} other {{total} customers}} get it</of>", {
          ...{ reached: sms + email, total },
          of: (chunks) => <span className="text-md font-normal text-quiet">{chunks}</span>,
        })}
      </p>
      <Facts>
        {ways.length > 0 ? <Fact term={say("By")}>{ways.join(", ")}</Fact> : null}
        {sms > 0 ? (
          <Fact term={say("Cost, about")}>
            {cost.isKnown
              ? say.rich("{money}<each>: {segments} SMS each, at what your last ones cost</each>", each)
              : say.rich("{money}<each>: {segments} SMS each, at the network’s list price</each>", each)}
          </Fact>
        ) : null}
        {smsLeft === null ? null : (
          <Fact term={say("Your plan")}>{say("holds {count} SMS more this month", { count: smsLeft })}</Fact>
        )}
        {days > 1 ? (
          <Fact term={say("Takes")}>
            {say("{days} days: {count} SMS go in one, so that bookings are confirmed, too", { days, count: smsADay })}
          </Fact>
        ) : null}
      </Facts>
      {held.length > 0 ? (
        <section aria-labelledby="held-title" className="grid gap-1">
          <h3 id="held-title" className="font-medium">
            {say("The others do not")}
          </h3>
          <ul>
            {held.map(({ why, people }) => (
              <li key={why} className="flex justify-between gap-4 py-1">
                <span className="text-quiet">{say.known(whyNot[why])}</span>
                <span className="tabular-nums">{people}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Samples({ samples }: { samples: Preview["samples"] }) {
  const say = useSay();
  if (samples.length === 0) return null;
  return (
    <section aria-labelledby="samples-title" className="grid gap-2">
      <h3 id="samples-title" className="font-medium">
        {say("As they read it")}
      </h3>
      <ul className="divide-y border-y">
        {samples.map(({ name, channel, subject, body }) => (
          <li key={`${name} ${body}`} className="grid gap-1 py-3">
            <span className="text-quiet">
              {channel === "sms" ? say("{name}, by SMS", { name }) : say("{name}, by e-mail", { name })}
            </span>
            {subject ? <span className="font-medium break-words">{subject}</span> : null}
            <span className="break-words whitespace-pre-line">{body}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
