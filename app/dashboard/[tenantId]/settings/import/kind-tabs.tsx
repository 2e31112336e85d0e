import Link from "next/link";
import type { ImportKind } from "@/db/schema/imports";
import { importKinds, kindWords } from "@/lib/imports/rules";
import { importOf } from "./import-keys";

/** What the file is of. */
export const KindTabs = ({ tenantId, kind }: { tenantId: string; kind: ImportKind }) => (
  <nav aria-label="What is in the file" className="grid grid-cols-2 gap-2 sm:flex">
    {importKinds.map((one) => (
      <Link
        key={one}
        href={importOf(tenantId, one)}
        aria-current={one === kind ? "page" : undefined}
        className="flex min-h-11 items-center justify-center rounded-control border border-edge px-3 text-center font-medium text-quiet hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
      >
        {kindWords[one].title}
      </Link>
    ))}
  </nav>
);
