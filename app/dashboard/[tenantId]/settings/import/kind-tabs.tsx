import Link from "next/link";
import { useSay } from "@/app/_words/use-say";
import type { ImportKind } from "@/db/schema/imports";
import { importKinds, kindWords } from "@/lib/imports/rules";
import { importOf } from "./import-keys";

/** What the file is of. */
export function KindTabs({ tenantId, kind }: { tenantId: string; kind: ImportKind }) {
  const say = useSay();
  return (
    <nav aria-label={say("What is in the file")} className="grid grid-cols-2 gap-2 sm:flex">
      {importKinds.map((one) => (
        <Link
          key={one}
          href={importOf(tenantId, one)}
          aria-current={one === kind ? "page" : undefined}
          className="flex min-h-11 items-center justify-center rounded-control border border-edge px-3 text-center font-medium text-quiet hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
        >
          {say.known(kindWords[one].title)}
        </Link>
      ))}
    </nav>
  );
}
