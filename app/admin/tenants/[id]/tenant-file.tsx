"use client";

import { ArrowUpRight } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import { readablePhone } from "@/app/book/_parts/words";
import type { TenantFile } from "@/lib/admin/get-tenant";
import { statusWords, type TenantStatus } from "@/lib/admin/rules";
import { businessTypes, isBusinessType } from "@/lib/tenancy/rules";
import { fileKey, formatMoment } from "../../words";
import { DecidePanel } from "./decide-panel";

const roles = {
  owner: phrase("Owner"),
  manager: phrase("Manager"),
  front_desk: phrase("Front desk"),
  staff: phrase("Staff"),
} as const;

/** One business: where it stands, what can be decided, and what there is to know for that. */
export function TenantFileView({ id }: { id: string }) {
  const say = useSay();
  const { data: file, mutate } = useSWR<TenantFile>(fileKey(id), fetchJson);
  const again = useCallback(() => void mutate(), [mutate]);
  if (!file) return null;
  const kind = isBusinessType(file.businessType) ? say.known(businessTypes[file.businessType]) : file.businessType;
  return (
    <>
      <div className="grid gap-4">
        {file.statusReason ? (
          <p className="border-l-2 border-edge pl-4 break-words whitespace-pre-line">{file.statusReason}</p>
        ) : null}
        {file.closesAt ? (
          <p className="border-l-2 border-danger pl-4">
            {say("Its owner is closing it. Everything in it is deleted on {at}, unless they keep it.", {
              at: formatMoment(file.closesAt, say.language),
            })}
          </p>
        ) : null}
        <DecidePanel id={id} status={file.status} onDecided={again} />
      </div>
      <Part title={say("Facts")}>
        <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-6 sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-y-2">
          <Fact label={say("Kind")}>{kind}</Fact>
          <Fact label={say("Town")}>{file.city}</Fact>
          <Fact label={say("Phone")}>
            <a href={`tel:${file.phone}`} className="tabular-nums underline underline-offset-4">
              {readablePhone(file.phone)}
            </a>
          </Fact>
          <Fact label={say("E-mail")}>{file.email ?? say("none")}</Fact>
          <Fact label={say("Booking page")}>
            <a
              href={`/book/${file.slug}`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 underline underline-offset-4"
            >
              {`/book/${file.slug}`}
              <ArrowUpRight aria-hidden className="size-3.5" />
            </a>
          </Fact>
          <Fact label={say("Time zone")}>{file.timeZone}</Fact>
          <Fact label={say("Applied")}>{formatMoment(file.createdAt, say.language)}</Fact>
          <Fact label={say("Terms")}>
            {file.termsVersion && file.termsAcceptedAt
              ? say("version {version}, accepted {when}", {
                  version: file.termsVersion,
                  when: formatMoment(file.termsAcceptedAt, say.language),
                })
              : say("none on record")}
          </Fact>
        </dl>
      </Part>
      <Part title={say("Numbers")}>
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          {Object.entries(countWords).map(([name, word]) => (
            <div key={name} className="flex flex-col-reverse">
              <dt className="text-quiet">{say(word)}</dt>
              <dd className="text-lg font-semibold tabular-nums">{file.counts[name as keyof typeof countWords]}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={say("People")}>
        {file.members.length === 0 ? <p className="text-quiet">{say("Nobody can sign in to it.")}</p> : null}
        <ul className="divide-y divide-line">
          {file.members.map(({ userId, name, reach, role }) => (
            <li key={userId} className="flex flex-wrap gap-x-4 py-2">
              <span className="font-medium">{name}</span>
              <span className="min-w-0 break-all text-quiet">{reach}</span>
              <span className="ml-auto">{say(roles[role])}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say("What happened")}>
        {file.history.length === 0 ? <p className="text-quiet">{say("Nothing is written down.")}</p> : null}
        <ol className="grid gap-3">
          {file.history.map(({ id: entry, at, action, by, status, reason }) => (
            <li key={entry} className="grid gap-0.5">
              <span>
                <span className="font-medium">
                  {deedWords[action]
                    ? say(deedWords[action])
                    : (statusWords[say.language][status as TenantStatus] ?? status)}
                </span>{" "}
                <span className="text-quiet">
                  {formatMoment(at, say.language)}, {by}
                </span>
              </span>
              {reason ? <span className="break-words whitespace-pre-line">{reason}</span> : null}
            </li>
          ))}
        </ol>
      </Part>
    </>
  );
}

const deedWords: Record<string, Phrase> = {
  "tenant.applied": phrase("Applied"),
  "business.closed": phrase("Closed by its owner"),
  "business.kept": phrase("Kept by its owner"),
};

const countWords = {
  bookings: phrase("Bookings"),
  upcoming: phrase("Still to come"),
  customers: phrase("Customers"),
  staff: phrase("Staff"),
  services: phrase("Services"),
  enquiries: phrase("Enquiries"),
  messages: phrase("Sent messages"),
} as const;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t pt-5">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-quiet">{label}</dt>
      <dd className="min-w-0 break-words max-sm:mb-2">{children}</dd>
    </div>
  );
}
