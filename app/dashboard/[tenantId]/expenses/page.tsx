import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { expensesQuery } from "@/lib/expenses/input";
import { listExpenses } from "@/lib/expenses/list-expenses";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../members/panel-button";
import { expensesKey } from "./expense-keys";
import { ExpenseSheet } from "./expense-sheet";
import { ExpensesView } from "./expenses-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Expenses") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ExpensesPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "expenses.pay");
  const { month, category } = await searchParams;
  const asked = expensesQuery.safeParse({ month, category });
  const shown = asked.success ? asked.data : {};
  const list = await readTenant(tenantId, actor, (scope) => listExpenses(scope, shown));
  const at = { month: shown.month, category: shown.category };
  return (
    <SWRConfig value={{ fallback: { [expensesKey(tenantId, at)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader
        title={say("Expenses")}
        about={say("What the house spends")}
        action={
          <PanelButton to="?expense=new">
            <Plus aria-hidden />
            {say.rich("Add<more>an expense</more>", {
              more: (chunks) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>,
            })}
          </PanelButton>
        }
      />
      <PageBody className="pb-8">
        <ExpensesView shown={at} />
      </PageBody>
      <ExpenseSheet currency={list.currency} />
    </SWRConfig>
  );
}
