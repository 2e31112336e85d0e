import { z } from "zod";
import { importFactsAnswer, importListAnswer } from "@/lib/imports/answers";
import { importsQuery, newImportQuery } from "@/lib/imports/input";
import { csv, member, type Operation } from "./operation";

export const importsOperations: readonly Operation[] = [
  {
    id: "listImports",
    method: "GET",
    path: "/api/dashboard/[tenantId]/imports",
    who: member("imports.run"),
    says: "The lists that were read in, or are to be.",
    query: importsQuery,
    answers: { 200: importListAnswer },
  },
  {
    id: "keepFile",
    method: "POST",
    path: "/api/dashboard/[tenantId]/imports",
    who: member("imports.run"),
    says: "A file as it is; nothing is added before it is said what its columns are.",
    query: newImportQuery,
    bytes: ["text/csv"],
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "getImport",
    method: "GET",
    path: "/api/dashboard/[tenantId]/imports/[importId]",
    who: member("imports.run"),
    says: "What became of a list so far.",
    answers: { 200: importFactsAnswer },
  },
  {
    id: "listImportErrors",
    method: "GET",
    path: "/api/dashboard/[tenantId]/imports/[importId]/errors",
    who: member("imports.run"),
    says: "The rows that somebody has to put right, as a file to be read in again.",
    answers: { 200: csv },
  },
];
