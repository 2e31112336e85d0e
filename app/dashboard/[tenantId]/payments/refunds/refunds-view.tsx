"use client";

import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { RefundPage } from "@/lib/payments/list-refunds";
import { ListLoading } from "../../list-loading";
import { refundsKey } from "../money-keys";
import { RefundLine } from "./refund-line";

type Which = "open" | "done";
const kinds = [
  { which: "open", label: "To give back" },
  { which: "done", label: "Done" },
] as const;

/** What is to be given back, and what was. */
export function RefundsView({ which }: { which: Which }) {
  const [pages, setPages] = useState(1);
  return (
    <>
      <nav aria-label="Which refunds" className="flex gap-2 border-b px-4 py-2 md:px-6 xl:pl-8">
        {kinds.map((kind) => (
          <Button key={kind.which} asChild kind={kind.which === which ? "plain" : "bare"}>
            <Link href={`?which=${kind.which}`} aria-current={kind.which === which ? "page" : undefined}>
              {kind.label}
            </Link>
          </Button>
        ))}
      </nav>
      <Page which={which} cursor="" left={pages} onMore={() => setPages(pages + 1)} />
    </>
  );
}

function Page({ which, cursor, left, onMore }: { which: Which; cursor: string; left: number; onMore(): void }) {
  const { tenant } = useShell();
  const { data } = useSWR<RefundPage>(refundsKey(tenant.id, which, cursor), fetchJson, { keepPreviousData: true });
  if (!data) return <ListLoading rows={4} />;
  if (data.items.length === 0 && cursor === "") return <Empty which={which} />;
  return (
    <>
      <ul className="divide-y border-b">
        {data.items.map((refund) => (
          <RefundLine key={`${refund.id} ${refund.status}`} refund={refund} />
        ))}
      </ul>
      {data.nextCursor && left > 1 ? (
        <Page which={which} cursor={data.nextCursor} left={left - 1} onMore={onMore} />
      ) : null}
      {data.nextCursor && left === 1 ? (
        <Button className="mx-4 my-4 md:mx-6 xl:ml-8" onClick={onMore}>
          Load more
        </Button>
      ) : null}
    </>
  );
}

const Empty = ({ which }: { which: Which }) => (
  <div className="px-4 md:px-6 xl:pl-8">
    {which === "open" ? (
      <EmptyState
        icon={Undo2}
        title="Nothing to give back"
        why="Deposits of visits that you cancel or decline wait here, and money that came too late."
      />
    ) : (
      <EmptyState
        icon={Undo2}
        title="Nothing was given back yet"
        why="What you pay back stands here, with how and by whom."
      />
    )}
  </div>
);
