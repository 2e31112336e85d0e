import { Upload } from "lucide-react";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { ImportKind } from "@/db/schema/imports";
import { importOf } from "./import-keys";

/** To where lists of that kind are read in. */
export function ImportLink({ tenantId, kind }: { tenantId: string; kind: ImportKind }) {
  const say = useSay();
  return (
    <Button asChild kind="plain">
      <Link href={importOf(tenantId, kind)}>
        <Upload aria-hidden />
        <span className="max-sm:sr-only">{say("Import")}</span>
      </Link>
    </Button>
  );
}
