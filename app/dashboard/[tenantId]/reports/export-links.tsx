"use client";

import { Download } from "lucide-react";
import { useSay } from "@/app/_words/use-say";
import { type ReportFormat, reportFormats } from "@/lib/analytics/rules";

const words: Record<ReportFormat, string> = { csv: "CSV", xlsx: "Excel", pdf: "PDF" };

type Props = {
  /** What is handed out, in words. */
  of: string;
  /** Where the file in a format is. */
  fileAt(format: ReportFormat): string;
};

/** The same rows as a file. */
export function ExportLinks({ of, fileAt }: Props) {
  const say = useSay();
  return (
    <nav
      aria-label={say("{of} as a file", { of })}
      className="flex flex-wrap items-center gap-x-4 text-quiet print:hidden"
    >
      <Download aria-hidden className="size-4" />
      {reportFormats.map((format) => (
        <a
          key={format}
          href={fileAt(format)}
          download
          className="flex h-8 items-center underline decoration-edge underline-offset-4 hover:text-ink"
        >
          {words[format]}
        </a>
      ))}
    </nav>
  );
}
