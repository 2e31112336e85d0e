import { z } from "zod";
import {
  dayStandingAnswer,
  productListAnswer,
  saleFactsAnswer,
  salePageAnswer,
  startAnswer,
  tillDayAnswer,
  tillHistoryAnswer,
} from "@/lib/till/answers";
import { dayQuery, salesQuery, startQuery } from "@/lib/till/input";
import { member, type Operation } from "./operation";

export const tillOperations: readonly Operation[] = [
  {
    id: "listProducts",
    method: "GET",
    path: "/api/dashboard/[tenantId]/products",
    who: member("till.use"),
    says: "What is sold off the shelf.",
    answers: { 200: productListAnswer },
  },
  {
    id: "listSales",
    method: "GET",
    path: "/api/dashboard/[tenantId]/sales",
    who: member("till.use"),
    says: "What was sold, the latest first: on these days, to this customer.",
    query: salesQuery,
    answers: { 200: salePageAnswer },
  },
  {
    id: "getSale",
    method: "GET",
    path: "/api/dashboard/[tenantId]/sales/[id]",
    who: member("till.use"),
    says: "One sale with its lines, and what was paid of it.",
    answers: { 200: saleFactsAnswer },
  },
  {
    id: "startSale",
    method: "GET",
    path: "/api/dashboard/[tenantId]/sales/start",
    who: member("till.use"),
    says: "What a checkout begins with.",
    query: startQuery,
    answers: { 200: startAnswer },
  },
  {
    id: "getTill",
    method: "GET",
    path: "/api/dashboard/[tenantId]/till",
    who: member("till.use"),
    says: "One day at the till: today unless a day is asked for.",
    query: dayQuery,
    answers: { 200: tillDayAnswer },
  },
  {
    id: "dayStanding",
    method: "GET",
    path: "/api/dashboard/[tenantId]/till/close",
    who: member("day.close"),
    says: "What there should be of a day by the ledger, before it is closed and after.",
    query: dayQuery,
    answers: { 200: dayStandingAnswer },
  },
  {
    id: "listCloses",
    method: "GET",
    path: "/api/dashboard/[tenantId]/till/history",
    who: member("day.close"),
    says: "The last days with money in them.",
    answers: { 200: z.strictObject({ days: z.array(tillHistoryAnswer) }) },
  },
];
