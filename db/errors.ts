/** What Postgres says, in the words the rest of the code needs. Drizzle wraps driver errors: the code is on `cause`. */

type Coded = { code?: string; constraint_name?: string; cause?: unknown };

function coded(error: unknown): Coded | undefined {
  for (let at = error, depth = 0; at && depth < 5; at = (at as Coded).cause, depth++) {
    if (typeof (at as Coded).code === "string") return at as Coded;
  }
  return undefined;
}

export const sqlState = (error: unknown): string | undefined => coded(error)?.code;

/** The exclusion constraint said no: somebody else has that time. */
export const isOverlap = (error: unknown): boolean => sqlState(error) === "23P01";

export const isDuplicate = (error: unknown, constraint?: string): boolean => {
  const found = coded(error);
  return found?.code === "23505" && (!constraint || found.constraint_name === constraint);
};

/** What a row may hold, by the name of the rule. */
export const isCheck = (error: unknown, constraint: string): boolean => {
  const found = coded(error);
  return found?.code === "23514" && found.constraint_name === constraint;
};

/** Serialisation failure or deadlock: nothing happened, the same work may be tried again. */
export const isRetryable = (error: unknown): boolean => ["40001", "40P01"].includes(sqlState(error) ?? "");

/** Too busy, or not there: the caller should come back in a moment. */
export const isUnavailable = (error: unknown): boolean => {
  const code = sqlState(error) ?? "";
  return (
    ["55P03", "57014", "53300", "57P01", "57P02", "57P03", "57P05", "25P03", "40001", "40P01", "25006"].includes(
      code,
    ) ||
    code.startsWith("08") ||
    [
      "CONNECTION_CLOSED",
      "CONNECTION_ENDED",
      "CONNECTION_DESTROYED",
      "CONNECT_TIMEOUT",
      "ECONNREFUSED",
      "ECONNRESET",
      "EPIPE",
      "ETIMEDOUT",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "ENOTFOUND",
      "EAI_AGAIN",
    ].includes(code)
  );
};

/** In its own words, without the statement and its values: those hold what people are called. */
export const saidWhy = (error: unknown): string => {
  const found = coded(error) ?? error;
  return found instanceof Error ? found.message : String(found);
};
