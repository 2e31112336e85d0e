import { SearchX, Store } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { languageHere } from "@/app/_server/language";
import { kindOf } from "@/app/book/_parts/in-words";
import { type Query, single } from "@/app/book/_parts/tenant";
import { TooOften, waitToLook } from "@/app/book/_parts/too-often";
import type { Language } from "@/lib/platform/format";
import { businessTypes, isBusinessType } from "@/lib/tenancy/rules";
import { FindForm } from "../_parts/find-form";
import { SiteFrame } from "../_parts/site-frame";
import { type SiteWords, siteWords } from "../_parts/site-words";
import { type Asked, foundFor } from "./found-for";
import { FoundRow } from "./found-row";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const words = siteWords[await languageHere()];
  // What somebody looked for is no page of its own.
  const isPlain = Object.keys(await searchParams).length === 0;
  return { title: words.find, alternates: { canonical: "/find" }, ...(isPlain ? {} : { robots: { index: false } }) };
}

const mostSkipped = 10_000;

function askedIn(query: Query): Asked {
  const kind = single(query, "kind") ?? "";
  const skip = Number(single(query, "from"));
  return {
    search: (single(query, "q") ?? "").trim().slice(0, 80),
    kind: isBusinessType(kind) ? kind : undefined,
    isOpenNow: single(query, "open") === "1",
    skip: Number.isInteger(skip) && skip > 0 && skip <= mostSkipped ? skip : 0,
  };
}

/** The way to another part of the same list. */
const hrefOf = ({ search, kind, isOpenNow }: Asked, from: number): string =>
  `/find?${new URLSearchParams([
    ...(search ? [["q", search]] : []),
    ...(kind ? [["kind", kind]] : []),
    ...(isOpenNow ? [["open", "1"]] : []),
    ...(from ? [["from", String(from)]] : []),
  ])}`;

export default async function FindPage({ searchParams }: Props) {
  const asked = askedIn(await searchParams);
  const language = await languageHere();
  const words = siteWords[language];
  const wait = await waitToLook();
  return (
    <SiteFrame language={language}>
      {wait ? <TooOften seconds={wait} /> : <Found asked={asked} language={language} words={words} />}
    </SiteFrame>
  );
}

async function Found({ asked, language, words }: { asked: Asked; language: Language; words: SiteWords }) {
  const { isOpenNow, skip } = asked;
  const { rows, total, most } = await foundFor(asked, language);
  return (
    <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] gap-6">
      <h1 className="text-xl">{words.findTitle}</h1>
      <search>
        <form method="get" action="/find" className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <FindForm words={words} search={asked.search} />
          <Narrower asked={asked} words={words} language={language} />
        </form>
      </search>
      {total === 0 ? <Nothing asked={asked} words={words} /> : null}
      {total > 0 ? (
        <div className="grid gap-3">
          {isOpenNow ? null : <p className="text-quiet tabular-nums">{words.found(total)}</p>}
          {rows.length === 0 ? <p>{words.noneOpen}</p> : null}
          {rows.length > 0 ? (
            <ul className="overflow-hidden rounded-panel border bg-surface">
              {rows.map(({ business, opening, nextFree }) => (
                <FoundRow
                  key={business.slug}
                  business={business}
                  opening={opening}
                  nextFree={nextFree}
                  language={language}
                />
              ))}
            </ul>
          ) : null}
          <p className="flex gap-2">
            {skip + most < total ? (
              <Button asChild size="large">
                <Link href={hrefOf(asked, skip + most)}>{words.more}</Link>
              </Button>
            ) : null}
            {skip > 0 ? (
              <Button asChild kind="bare" size="large">
                <Link href={hrefOf(asked, 0)}>{words.first}</Link>
              </Button>
            ) : null}
          </p>
        </div>
      ) : null}
    </div>
  );
}

type NarrowerProps = { asked: Asked; words: SiteWords; language: Language };

function Narrower({ asked: { kind, isOpenNow }, words, language }: NarrowerProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <label htmlFor="kind" className="sr-only">
        {words.kind}
      </label>
      <select
        id="kind"
        name="kind"
        defaultValue={kind ?? ""}
        className="h-11 rounded-control border border-edge bg-surface px-3 text-md"
      >
        <option value="">{words.anyKind}</option>
        {Object.keys(businessTypes).map((type) => (
          <option key={type} value={type}>
            {kindOf(type, language)}
          </option>
        ))}
      </select>
      <label className="flex min-h-11 items-center gap-2 text-md">
        <input type="checkbox" name="open" value="1" defaultChecked={isOpenNow} className="size-4.5 accent-accent" />
        {words.openNow}
      </label>
    </div>
  );
}

function Nothing({ asked: { search, kind, skip }, words }: { asked: Asked; words: SiteWords }) {
  const isAsked = search !== "" || kind !== undefined || skip > 0;
  return isAsked ? (
    <EmptyState
      icon={SearchX}
      title={words.noneFound(search)}
      why={words.noneAbout}
      action={
        <Button asChild size="large">
          <Link href="/find">{words.clear}</Link>
        </Button>
      }
    />
  ) : (
    <EmptyState icon={Store} title={words.nobody} why={words.nobodyAbout} />
  );
}
