"use client";

import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { RefundItem } from "@/lib/payments/list-refunds";
import { PagedList } from "../../paged-list";
import { refundsKey } from "../money-keys";
import { RefundLine } from "./refund-line";

type Which = "open" | "done";
const kinds = [
  { which: "open", label: phrase("To give back") },
  { which: "done", label: phrase("Done") },
] as const;

/** What is to be given back, and what was. */
export function RefundsView({ which }: { which: Which }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <>
      <nav aria-label={say("Which refunds")} className="flex gap-2 border-b px-4 py-2 md:px-6 xl:pl-8">
        {kinds.map((kind) => (
          <Button key={kind.which} asChild kind={kind.which === which ? "plain" : "bare"}>
            <Link href={`?which=${kind.which}`} aria-current={kind.which === which ? "page" : undefined}>
              {say(kind.label)}
            </Link>
          </Button>
        ))}
      </nav>
      <PagedList<RefundItem> keyOf={(cursor) => refundsKey(tenant.id, which, cursor)}>
        {(refunds, cursor) =>
          refunds.length === 0 && cursor === "" ? (
            <Empty which={which} />
          ) : (
            <ul className="divide-y border-b">
              {refunds.map((refund) => (
                <RefundLine key={`${refund.id} ${refund.status}`} refund={refund} />
              ))}
            </ul>
          )
        }
      </PagedList>
    </>
  );
}

function Empty({ which }: { which: Which }) {
  const say = useSay();
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      {which === "open" ? (
        <EmptyState
          icon={Undo2}
          title={say("Nothing to give back")}
          why={say("Deposits of visits that you cancel or decline wait here, and money that came too late.")}
        />
      ) : (
        <EmptyState
          icon={Undo2}
          title={say("Nothing was given back yet")}
          why={say("What you pay back stands here, with how and by whom.")}
        />
      )}
    </div>
  );
}
