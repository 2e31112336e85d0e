"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { Sheet } from "@/app/_components/ui/sheet";
import { useSay } from "@/app/_words/use-say";
import type { Expense } from "@/lib/expenses/list-expenses";
import { ListLoading } from "../list-loading";
import { closeExpense } from "./expense-address";
import { ExpenseFacts } from "./expense-facts";
import { expenseKey } from "./expense-keys";
import { NewExpense } from "./new-expense";

/** The expense that the address names, or a new one. */
export function ExpenseSheet({ currency }: { currency: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const asked = useSearchParams().get("expense");
  const [kept, setKept] = useState(asked);
  if (asked && asked !== kept) setKept(asked);
  const isNew = kept === "new";
  const { data, error } = useSWR<Expense>(kept && !isNew ? expenseKey(tenant.id, kept) : null, fetchJson);
  return (
    <Sheet
      open={asked !== null && !error}
      onClose={closeExpense}
      title={isNew ? say("New expense") : (data?.description ?? say("Expense"))}
      about={
        isNew
          ? say("What was paid, and out of which money.")
          : say("How much it was stays; what is said of it can change.")
      }
    >
      {isNew ? (
        <NewExpense currency={currency} />
      ) : data ? (
        <ExpenseFacts key={data.id} expense={data} />
      ) : (
        <ListLoading rows={4} />
      )}
    </Sheet>
  );
}
