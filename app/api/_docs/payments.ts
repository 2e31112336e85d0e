import { z } from "zod";
import {
  moneyInboxAnswer,
  paymentFactsAnswer,
  paymentPageAnswer,
  refundPageAnswer,
  statementReadingAnswer,
} from "@/lib/payments/answers";
import { askInput } from "@/lib/payments/ask-input";
import { paymentQuery, refundQuery } from "@/lib/payments/input";
import { member, type Operation } from "./operation";

export const paymentsOperations: readonly Operation[] = [
  {
    id: "listPayments",
    method: "GET",
    path: "/api/dashboard/[tenantId]/payments",
    who: member("payments.see"),
    says: "What was paid or asked for, page by page.",
    query: paymentQuery,
    answers: { 200: paymentPageAnswer },
  },
  {
    id: "getPayment",
    method: "GET",
    path: "/api/dashboard/[tenantId]/payments/[id]",
    who: member("payments.see"),
    says: "One payment, with what became of it.",
    answers: { 200: paymentFactsAnswer },
  },
  {
    id: "listInbox",
    method: "GET",
    path: "/api/dashboard/[tenantId]/payments/inbox",
    who: member("payments.see"),
    says: "What needs a person: doubtful payments, money for nothing known, days that differ.",
    answers: { 200: moneyInboxAnswer },
  },
  {
    id: "listRefunds",
    method: "GET",
    path: "/api/dashboard/[tenantId]/payments/refunds",
    who: member("payments.see"),
    says: "What is to be given back, oldest first; or what was, latest first.",
    query: refundQuery,
    answers: { 200: refundPageAnswer },
  },
  {
    id: "readStatement",
    method: "POST",
    path: "/api/dashboard/[tenantId]/payments/statement/[step]",
    who: member("payments.match"),
    says: "A statement, as the portal saves it: looked at first, then read in with what is for nothing known, or without.",
    bytes: ["text/csv"],
    answers: { 200: statementReadingAnswer },
  },
  {
    id: "sendPrompt",
    method: "POST",
    path: "/api/dashboard/[tenantId]/payments/stk-push",
    who: member("payments.ask"),
    says: "Asks a phone for a booking's deposit, or for a part of what a sale owes. The amount of a deposit is the booking's own.",
    body: askInput,
    answers: { 202: z.strictObject({ paymentId: z.string() }) },
  },
];
