"use client";

import { ChevronLeft, Pencil } from "lucide-react";
import Link from "next/link";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { ListLoading } from "../../list-loading";
import { PanelButton } from "../../members/panel-button";
import { ArchiveSection } from "./archive-section";
import { FamilySection } from "./family-section";
import { FileFacts } from "./file-facts";
import { FileHead } from "./file-head";
import { FileNumbers } from "./file-numbers";
import { HistorySection } from "./history-section";
import { NoteSection } from "./note-section";
import { TimelineSection } from "./timeline-section";
import { useFile } from "./use-file";
import { WaysSection } from "./ways-section";

/** Everything about one customer: what must not be overlooked first, what happened beside it. */
export function CustomerView({ customerId }: { customerId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const file = useFile(customerId);
  if (!file) return <ListLoading rows={8} />;
  const manages = tenant.may.includes("customers.manage");
  return (
    <>
      <PageHeader
        title={file.name}
        action={
          manages ? (
            <PanelButton to="?edit=file" kind="plain">
              <Pencil aria-hidden />
              {say("Edit")}
            </PanelButton>
          ) : null
        }
      />
      <PageBody className="grid grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-4 pb-12 md:px-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] xl:gap-12 xl:pl-8">
        <div className="grid max-w-160 grid-cols-[minmax(0,1fr)] content-start gap-6">
          <Link
            href={`/dashboard/${tenant.id}/customers`}
            className="inline-flex items-center gap-1 justify-self-start text-quiet hover:text-ink"
          >
            <ChevronLeft aria-hidden className="size-4" />
            {say("All customers")}
          </Link>
          <FileHead file={file} />
          <WaysSection file={file} />
          <FileNumbers file={file} />
          <FileFacts file={file} />
          <FamilySection file={file} />
          <HistorySection customerId={file.id} />
        </div>
        <div className="grid max-w-200 grid-cols-[minmax(0,1fr)] content-start gap-6">
          {tenant.may.includes("customers.note") ? <NoteSection customerId={file.id} /> : null}
          <TimelineSection customerId={file.id} />
          {manages ? <ArchiveSection file={file} /> : null}
        </div>
      </PageBody>
    </>
  );
}
