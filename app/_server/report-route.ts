import "server-only";
import type { z } from "zod";
import { fieldErrors } from "@/lib/platform/field-errors";
import type { Reader } from "@/lib/platform/reader";
import type { Scope } from "@/lib/tenancy/scope";
import { invalid } from "./problem";
import { type Answer, memberQuestion } from "./route";
import { sayTo } from "./say-to";

/** A report of what the address asks for, to those who may see reports. */
export const reportQuestion = <S extends z.ZodType>(
  shape: S,
  ask: (scope: Scope, asked: z.output<S>, reader: Reader) => Answer,
) =>
  memberQuestion("reports.see", async (scope, { visitor }, request) => {
    const asked = shape.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    return asked.success ? ask(scope, asked.data, sayTo(visitor)) : invalid(fieldErrors(asked.error));
  });
