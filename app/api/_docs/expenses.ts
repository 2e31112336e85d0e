import { z } from "zod";
import { profitAnswer, profitDayAnswer } from "@/lib/analytics/answers";
import { fileQuery, periodQuery } from "@/lib/analytics/input";
import { expenseAnswer, expenseListAnswer } from "@/lib/expenses/answers";
import { expensesQuery } from "@/lib/expenses/input";
import { csv, member, nothing, type Operation, picture, pictures, report } from "./operation";

export const expensesOperations: readonly Operation[] = [
  {
    id: "listExpenses",
    method: "GET",
    path: "/api/dashboard/[tenantId]/expenses",
    who: member("expenses.pay"),
    says: "A month of what was spent, of one category if it is named, and what is due.",
    query: expensesQuery,
    answers: { 200: expenseListAnswer },
  },
  {
    id: "getExpense",
    method: "GET",
    path: "/api/dashboard/[tenantId]/expenses/[id]",
    who: member("expenses.pay"),
    says: "One thing that was spent, and for what.",
    answers: { 200: expenseAnswer },
  },
  {
    id: "getExpensePhoto",
    method: "GET",
    path: "/api/dashboard/[tenantId]/expenses/[id]/photo",
    who: member("expenses.pay"),
    says: "The picture of its receipt.",
    answers: { 200: picture },
  },
  {
    id: "setExpensePhoto",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/expenses/[id]/photo",
    who: member("expenses.pay"),
    says: "A picture of its receipt, instead of the one of before.",
    bytes: pictures,
    answers: { 200: z.strictObject({ version: z.string() }) },
  },
  {
    id: "removeExpensePhoto",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/expenses/[id]/photo",
    who: member("expenses.pay"),
    says: "Takes away the picture of its receipt.",
    answers: { 200: nothing },
  },
  {
    id: "exportExpenses",
    method: "GET",
    path: "/api/dashboard/[tenantId]/expenses/export",
    who: member("expenses.see"),
    says: "A month, or one category of it, as a file for whoever keeps the books.",
    query: expensesQuery,
    answers: { 200: csv },
  },
  {
    id: "getProfit",
    method: "GET",
    path: "/api/dashboard/[tenantId]/reports/profit",
    who: member("reports.see"),
    says: "What is left of what came in, of the days that are named or of this month.",
    query: periodQuery,
    answers: { 200: profitAnswer },
  },
  {
    id: "getProfitDay",
    method: "GET",
    path: "/api/dashboard/[tenantId]/reports/profit/[date]",
    who: member("reports.see"),
    says: "What the figures of one day are made of.",
    answers: { 200: profitDayAnswer },
  },
  {
    id: "exportProfit",
    method: "GET",
    path: "/api/dashboard/[tenantId]/reports/profit/export",
    who: member("reports.see"),
    says: "The same figures as a file, with their sum in the last row.",
    query: fileQuery,
    answers: { 200: report },
  },
];
