"use client";

import { SearchX } from "lucide-react";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson, HttpError } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Sheet } from "@/app/_components/ui/sheet";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useSay } from "@/app/_words/use-say";
import type { SaleFacts } from "@/lib/till/get-sale";
import type { Start } from "@/lib/till/start-sale";
import { saleKey, startKey } from "../till-keys";
import { closeCheckout, readTarget, type Target } from "./checkout-address";

// Most who open a page charge nothing there.
const SaleView = dynamic(() => import("./sale-view"), { loading: () => <Skeleton className="h-64 w-full" /> });
const NewSale = dynamic(() => import("./new-sale"), { loading: () => <Skeleton className="h-64 w-full" /> });

const queryOf = (target: Exclude<Target, { kind: "sale" }>) =>
  target.kind === "new" ? "" : `?${target.kind}=${target.id}`;

const once = { shouldRetryOnError: (problem: unknown) => !(problem instanceof HttpError && problem.status < 500) };

/** The checkout that the address names, beside whatever page it was opened from. */
export function CheckoutSheet() {
  const say = useSay();
  const { tenant } = useShell();
  const text = useSearchParams().get("checkout");
  // Kept while the sheet slides out, so that it does not empty on its way.
  const [kept, setKept] = useState(text);
  if (text && text !== kept) setKept(text);
  const target = readTarget(kept);
  const ofSale = target?.kind === "sale" ? target : null;
  const ofStart = target && target.kind !== "sale" ? target : null;
  const sale = useSWR<SaleFacts>(ofSale ? saleKey(tenant.id, ofSale.id) : null, fetchJson, once);
  const start = useSWR<Start>(ofStart ? startKey(tenant.id, queryOf(ofStart)) : null, fetchJson, once);
  if (!tenant.may.includes("till.use")) return null;
  const error = ofSale ? sale.error : start.error;
  const missing = error instanceof HttpError && error.status < 500 && !(ofSale ? sale.data : start.data);
  const who = ofSale ? sale.data?.customer?.name : start.data?.customer?.name;
  return (
    <Sheet
      open={text !== null && target !== null}
      onClose={closeCheckout}
      title={ofSale ? (sale.data ? say("Sale {number}", { number: sale.data.number }) : say("Sale")) : say("New sale")}
      about={who ?? (missing ? say("Nothing to show") : say("Walk-in"))}
    >
      {missing ? (
        <EmptyState
          icon={SearchX}
          title={say("There is nothing to charge here")}
          why={say("The booking was cancelled or nobody came, or it is another business’s.")}
        />
      ) : error ? (
        <p role="alert">{say("It could not be loaded. It comes by itself once the server answers.")}</p>
      ) : ofSale && sale.data ? (
        <SaleView key={sale.data.id} sale={sale.data} />
      ) : ofStart && start.data ? (
        <NewSale key={kept} target={ofStart} start={start.data} />
      ) : (
        <Skeleton className="h-64 w-full" />
      )}
    </Sheet>
  );
}
