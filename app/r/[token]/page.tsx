import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { languageHere } from "@/app/_server/language";
import type { Language } from "@/lib/platform/format";
import { getReceipt } from "@/lib/till/get-receipt";
import { receiptParts } from "@/lib/till/receipt-lines";
import { type ReceiptSize, readSize, receiptSizes } from "@/lib/till/rules";
import { PrintButton } from "./print-button";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const knownReceipt = cache(getReceipt);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const receipt = await knownReceipt((await params).token);
  const said = words[await languageHere()];
  if (!receipt) return { title: said.notFound };
  return {
    title: { absolute: `${said.title} ${receipt.sale.number} · ${receipt.house.name}` },
    robots: { index: false, follow: false },
  };
}

const words: Record<Language, { notFound: string; title: string; paper: string; print: string; download: string }> = {
  en: {
    notFound: "Not found",
    title: "Payment receipt",
    paper: "Paper",
    print: "Print",
    download: "Download PDF",
  },
  sw: {
    notFound: "Haipatikani",
    title: "Risiti ya malipo",
    paper: "Karatasi",
    print: "Chapisha",
    download: "Pakua PDF",
  },
};

const sizeWords: Record<ReceiptSize, string> = { "58": "58 mm", "80": "80 mm", a4: "A4" };
/** As wide as the paper that it is printed on; on a screen never wider than that. */
const widths: Record<ReceiptSize, string> = {
  "58": "max-w-[58mm] text-xs",
  "80": "max-w-[80mm] text-sm",
  a4: "max-w-[160mm] text-md",
};
const sheets: Record<ReceiptSize, string> = {
  "58": "@page { size: 58mm auto; margin: 3mm }",
  "80": "@page { size: 80mm auto; margin: 4mm }",
  a4: "@page { size: A4; margin: 20mm }",
};

/** A receipt, for whoever holds its link: to read, to print on a roll or a sheet, and to keep as a file. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const { token } = await params;
  const receipt = (await knownReceipt(token)) ?? notFound();
  const language = await languageHere();
  const said = words[language];
  const size = readSize((await searchParams).size);
  const { title, house, about, lines, sums, tenders, standing } = receiptParts(receipt, language);
  return (
    <div className="mx-auto grid min-h-dvh w-full max-w-180 content-start gap-6 px-4 py-6 print:block print:max-w-none print:p-0">
      <style>{sheets[size]}</style>
      <nav aria-label={said.paper} className="flex flex-wrap items-center gap-2 print:hidden">
        {receiptSizes.map((one) => (
          <a
            key={one}
            href={`?size=${one}`}
            aria-current={one === size ? "true" : undefined}
            className="inline-flex h-11 items-center rounded-control border border-edge px-3 font-medium hover:bg-wash aria-[current=true]:border-ink aria-[current=true]:bg-wash"
          >
            {sizeWords[one]}
          </a>
        ))}
        <PrintButton words={said.print} />
        <a
          href={`/r/${token}/receipt.pdf?size=${size}`}
          className="inline-flex h-11 items-center px-2 font-medium underline decoration-edge underline-offset-4"
        >
          {said.download}
        </a>
      </nav>
      <main
        data-size={size}
        className={`grid w-full gap-4 rounded-panel border bg-surface p-5 print:max-w-none print:rounded-none print:border-0 print:bg-white print:p-0 print:text-black ${widths[size]}`}
      >
        <header className="grid gap-0.5">
          {house.map((line, at) => (
            <p key={line} className={at === 0 ? "font-semibold break-words" : "text-quiet print:text-black"}>
              {line}
            </p>
          ))}
          <h1 className="mt-2 font-semibold">{title}</h1>
        </header>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 border-t border-dashed pt-3">
          {about.map(({ term, value }) => (
            <div key={term} className="contents">
              <dt className="text-quiet print:text-black">{term}</dt>
              <dd className="text-right break-words tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
        <ul className="grid gap-1 border-t border-dashed pt-3">
          {receipt.sale.lines.map(({ id }, at) => (
            <li key={id} className="flex justify-between gap-3">
              <span className="min-w-0 break-words">
                {lines[at]!.what}
                {lines[at]!.by ? <span className="block text-quiet print:text-black">{lines[at]!.by}</span> : null}
              </span>
              <span className="shrink-0 tabular-nums">{lines[at]!.amount}</span>
            </li>
          ))}
        </ul>
        <Sums rows={sums} />
        {tenders.length > 0 ? <Sums rows={tenders} /> : null}
        <p className="border-t border-dashed pt-3 font-semibold tabular-nums">{standing}</p>
      </main>
    </div>
  );
}

const Sums = ({ rows }: { rows: { term: string; value: string; strong?: true }[] }) => (
  <dl className="grid gap-1 border-t border-dashed pt-3">
    {rows.map(({ term, value, strong }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two payments may say the same, and none ever moves
      <div key={at} className={`flex justify-between gap-3 ${strong ? "font-semibold" : ""}`}>
        <dt className="min-w-0 break-words">{term}</dt>
        <dd className="shrink-0 tabular-nums">{value}</dd>
      </div>
    ))}
  </dl>
);
