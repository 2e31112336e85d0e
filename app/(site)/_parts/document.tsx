import Link from "next/link";
import type { ReactNode } from "react";
import { formatCalendarDate, type Language } from "@/lib/platform/format";
import { PlainFrame } from "./plain-frame";
import { siteWords } from "./site-words";

/** `{privacy}` in a text leads to what is done with data. */
export type DocumentWords = { title: string; sections: { title: string; text: string }[] };

/** `since`: a date of the calendar. */
type Props = { language: Language; words: DocumentWords; since: string };

/** A page to be read: title, since when it holds, sections. */
export const Document = ({ language, words: { title, sections }, since }: Props) => (
  <PlainFrame language={language}>
    <main className="grid gap-8 pt-8 pb-16 text-md sm:pt-12">
      <div className="grid gap-1">
        <h1 className="text-xl">{title}</h1>
        <p className="text-base text-quiet">{siteWords[language].inForce(formatCalendarDate(since, language))}</p>
      </div>
      {sections.map((one) => (
        <section key={one.title} className="grid max-w-[68ch] gap-2">
          <h2 className="font-semibold">{one.title}</h2>
          <p>{withLink(one.text, siteWords[language].privacy)}</p>
        </section>
      ))}
    </main>
  </PlainFrame>
);

function withLink(text: string, label: string): ReactNode {
  const [before, after] = text.split("{privacy}");
  if (after === undefined) return text;
  return (
    <>
      {before}
      <Link href="/privacy" className="underline underline-offset-4">
        {label}
      </Link>
      {after}
    </>
  );
}
