import { z } from "zod";
import { payrollAnswer, payslipAnswer, periodSlipsAnswer, rateListAnswer } from "@/lib/payroll/answers";
import { periodQuery } from "@/lib/payroll/input";
import { member, type Operation, pdf } from "./operation";

export const payrollOperations: readonly Operation[] = [
  {
    id: "getPayroll",
    method: "GET",
    path: "/api/dashboard/[tenantId]/payroll",
    who: member("payroll.see"),
    says: "What everybody is due so far, and what is settled.",
    query: periodQuery,
    answers: { 200: payrollAnswer },
  },
  {
    id: "getPeriod",
    method: "GET",
    path: "/api/dashboard/[tenantId]/payroll/[id]",
    who: member("payroll.see"),
    says: "A settled period, with what each one got.",
    answers: { 200: periodSlipsAnswer },
  },
  {
    id: "getPayslipFile",
    method: "GET",
    path: "/api/dashboard/[tenantId]/payroll/[id]/payslip",
    who: member("payroll.see"),
    says: "Somebody's settled payslip as a file.",
    query: z.object({ staff: z.uuid() }),
    answers: { 200: pdf },
  },
  {
    id: "getPayslip",
    method: "GET",
    path: "/api/dashboard/[tenantId]/payroll/person/[staffId]",
    who: member("payroll.see"),
    says: "What one person is due so far, or what their payslip of `?period` says.",
    query: z.object({ period: z.uuid().optional() }),
    answers: { 200: payslipAnswer },
  },
  {
    id: "listRates",
    method: "GET",
    path: "/api/dashboard/[tenantId]/payroll/rates",
    who: member("payroll.see"),
    says: "The rates that count now, and whom and what there can be one for.",
    answers: { 200: rateListAnswer },
  },
];
