import pino, { type Logger } from "pino";
import { singleton } from "./singleton";

/** JSON lines on stdout. Never phone numbers, e-mail addresses or tokens. */
export const log = (): Logger =>
  singleton("log", () =>
    pino({
      level: process.env.LOG_LEVEL ?? "info",
      redact: ["phone", "email", "token", "*.phone", "*.email", "*.token"],
      serializers: { err: tellable },
    }),
  );

type Told = { type: string; message: string; code?: string; constraint?: string; query?: string; stack?: string };

/**
 * What of an error may be written down. The database's words quote the row that was in the way, and Drizzle's the
 * parameters: names and phone numbers. Kept are the code, the constraint and the statement without them.
 */
export function tellable(error: unknown): Told | unknown {
  if (!(error instanceof Error)) return error;
  const { code, constraint_name, query, cause, stack } = error as Error & Record<string, unknown>;
  const inner = cause instanceof Error ? (tellable(cause) as Told) : undefined;
  const lines = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: error.message.startsWith("Failed query:")
      ? (inner?.message ?? "failed query")
      : withoutValues(error.message),
    ...pick("code", code ?? inner?.code),
    ...pick("constraint", constraint_name ?? inner?.constraint),
    ...pick("query", query ?? inner?.query),
    ...(lines ? { stack: lines.join("\n") } : {}),
  };
}

/** The same in one line, for where an error is kept: of a failed statement the code and the constraint, too. */
export function inWords(error: unknown): string {
  const told = tellable(error) as Partial<Told>;
  return [told.message, told.code, told.constraint].filter(Boolean).join(" · ") || "failed";
}

/** `invalid input syntax for type uuid: "…"`: what stands in quotes after a colon came from outside. */
const withoutValues = (message: string) => message.replace(/: ".*"/gs, ': "…"');

const pick = (name: string, value: unknown) => (typeof value === "string" ? { [name]: value } : {});
