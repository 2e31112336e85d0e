"use client";

import { Mail, SearchX, Send, Smartphone } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { MessageFilters } from "@/lib/notifications/input";
import type { MessagePage, SentMessage } from "@/lib/notifications/list-messages";
import { formatMoney, formatTime } from "@/lib/platform/format";
import { DayGroups } from "../day-groups";
import { ListLoading } from "../list-loading";
import { PagedList } from "../paged-list";
import { sentKey } from "./message-keys";
import { messageKind, messageStateWords } from "./message-words";

const everyMs = 5_000;
const isOnItsWay = (page?: MessagePage) =>
  page?.items.some(({ status }) => status === "queued" || status === "sending") ?? false;

/** What went out, day by day, latest first. */
export function MessageList({ filters }: { filters: MessageFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data, error } = useSWR<MessagePage>(sentKey(tenant.id, filters), fetchJson, {
    keepPreviousData: true,
    refreshInterval: (page) => (isOnItsWay(page) ? everyMs : 0),
  });
  if (!data)
    return error ? (
      <p role="alert" className="px-4 py-8 md:px-6 xl:pl-8">
        {say("The messages could not be loaded. They come back by themselves once the server answers.")}
      </p>
    ) : (
      <ListLoading rows={8} />
    );
  if (data.items.length === 0) return <Empty isFiltered={Object.values(filters).some(Boolean)} />;
  return (
    <>
      <Month month={data.month} />
      <PagedList<SentMessage> keyOf={(cursor) => sentKey(tenant.id, filters, cursor)}>
        {(messages) => (
          <DayGroups items={messages} at={({ at }) => at}>
            {(message) => <Row key={message.id} message={message} timeZone={tenant.timeZone} />}
          </DayGroups>
        )}
      </PagedList>
    </>
  );
}

function Row({ message, timeZone }: { message: SentMessage; timeZone: string }) {
  const say = useSay();
  const { channel, to, customer, template, body, status, failure, at, segments, cost } = message;
  const Icon = channel === "sms" ? Smartphone : Mail;
  const price = [
    segments && segments > 1 ? say("{count} SMS", { count: segments }) : "",
    cost ? formatMoney(cost.minor, cost.currency) : "",
  ].filter(Boolean);
  return (
    <li className="border-t first:border-t-0" data-message={status}>
      <details className="group">
        <summary className="grid cursor-pointer grid-cols-[3.25rem_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-0.5 px-4 py-(--row) transition-colors hover:bg-wash focus-visible:-outline-offset-2 md:grid-cols-[3.25rem_minmax(0,2fr)_minmax(0,2fr)_minmax(0,2fr)_7rem] md:px-6 xl:pl-8">
          <span className="font-semibold tabular-nums">{formatTime(at, timeZone)}</span>
          <span className="flex min-w-0 items-center gap-2">
            <Icon aria-label={channel === "sms" ? say("SMS") : say("E-mail")} className="size-4 shrink-0 text-quiet" />
            <span className="min-w-0 truncate font-medium">{customer?.name ?? to}</span>
          </span>
          <span className="text-right text-quiet tabular-nums md:order-last">{price.join(", ")}</span>
          <span className="col-span-2 col-start-2 truncate text-quiet md:col-span-1 md:col-start-auto">
            {messageKind(say, template)}
          </span>
          <span
            className={`col-span-2 col-start-2 wrap-anywhere md:col-span-1 md:col-start-auto ${status === "failed" ? "text-danger" : "text-quiet"}`}
          >
            {messageStateWords(say, status, failure)}
          </span>
        </summary>
        <div className="grid gap-2 px-4 pt-1 pb-4 pl-[4.75rem] md:pl-[5.25rem] xl:pl-[5.75rem]">
          <p className="text-quiet wrap-anywhere">{say("To {to}", { to })}</p>
          <p className="max-w-[60ch] wrap-anywhere whitespace-pre-line">
            {body || say("Its words let somebody in, so they are not kept.")}
          </p>
        </div>
      </details>
    </li>
  );
}

function Month({ month: { sms, segments, letters, failed, costs } }: { month: MessagePage["month"] }) {
  const say = useSay();
  const facts = [
    {
      term: say("SMS this month"),
      value: segments > sms ? say("{sms} ({billed} billed)", { sms, billed: segments }) : String(sms),
    },
    ...costs.map(({ minor, currency }) => ({ term: say("Cost"), value: formatMoney(minor, currency) })),
    { term: say("E-mails"), value: String(letters) },
    ...(failed > 0 ? [{ term: say("Not sent"), value: String(failed) }] : []),
  ];
  return (
    <dl aria-label={say("This month")} className="flex flex-wrap gap-x-8 gap-y-2 border-b px-4 py-3 md:px-6 xl:pl-8">
      {facts.map(({ term, value }) => (
        <div key={term} className="flex items-baseline gap-2">
          <dt className="text-quiet">{term}</dt>
          <dd className="font-semibold whitespace-nowrap tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Empty({ isFiltered }: { isFiltered: boolean }) {
  const say = useSay();
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      {isFiltered ? (
        <EmptyState icon={SearchX} title={say("No message fits these filters")} why={say("Choose fewer of them.")} />
      ) : (
        <EmptyState
          icon={Send}
          title={say("Nothing has been sent yet")}
          why={say("Confirmations, reminders and receipts stand here, each with whether it arrived and what it cost.")}
        />
      )}
    </div>
  );
}
