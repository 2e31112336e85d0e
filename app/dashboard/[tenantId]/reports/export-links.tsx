"use client";

import { Download, Printer } from "lucide-react";
import { Button } from "@/app/_components/ui/button";
import { type ReportFormat, reportFormats } from "@/lib/analytics/rules";

const words: Record<ReportFormat, string> = { csv: "CSV", xlsx: "Excel", pdf: "PDF" };

/** The same rows as a file, or on paper. `fileAt`: where the file in a format is. */
export function ExportLinks({ fileAt }: { fileAt(format: ReportFormat): string }) {
  return (
    <nav aria-label="As a file" className="flex flex-wrap gap-2 print:hidden">
      {reportFormats.map((format) => (
        <Button key={format} asChild>
          <a href={fileAt(format)} download>
            <Download aria-hidden />
            {words[format]}
          </a>
        </Button>
      ))}
      <Button onClick={() => window.print()}>
        <Printer aria-hidden />
        Print
      </Button>
    </nav>
  );
}
