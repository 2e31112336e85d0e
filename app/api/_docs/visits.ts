import { z } from "zod";
import { visitFactsAnswer, visitPageAnswer } from "@/lib/visits/answers";
import { correctVisitInput, visitQuery } from "@/lib/visits/input";
import { member, type Operation } from "./operation";

export const visitsOperations: readonly Operation[] = [
  {
    id: "listVisits",
    method: "GET",
    path: "/api/dashboard/[tenantId]/visits",
    who: member("visits.see"),
    says: "What happened, latest first, page by page.",
    query: visitQuery,
    answers: { 200: visitPageAnswer },
  },
  {
    id: "getVisit",
    method: "GET",
    path: "/api/dashboard/[tenantId]/visits/[id]",
    who: member("visits.see"),
    says: "One visit: what was done, by whom, and for how much.",
    answers: { 200: visitFactsAnswer },
  },
  {
    id: "correctVisit",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/visits/[id]",
    who: member("visits.correct"),
    says: "What was charged, who did it, or what was noted, put right.",
    body: correctVisitInput,
    answers: { 200: z.strictObject({ id: z.string(), revision: z.number() }) },
  },
];
