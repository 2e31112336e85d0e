import "server-only";
import type { z } from "zod";
import { fieldErrors } from "@/lib/platform/field-errors";
import type { Scope } from "@/lib/tenancy/scope";
import { invalid } from "./problem";
import { type Answer, memberQuestion } from "./route";

/** A report of what the address asks for, to those who may see reports. */
export const reportQuestion = <S extends z.ZodType>(shape: S, ask: (scope: Scope, asked: z.output<S>) => Answer) =>
  memberQuestion("reports.see", async (scope, _, request) => {
    const asked = shape.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    return asked.success ? ask(scope, asked.data) : invalid(fieldErrors(asked.error));
  });
