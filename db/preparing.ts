import type { Sql, TransactionSql } from "postgres";

type Client = Sql | TransactionSql;
type Work = (inner: TransactionSql) => unknown;
type Opens = (...given: (string | Work)[]) => Promise<unknown>;

/**
 * Drizzle sends its statements unnamed: each is parsed and planned anew, with a round trip of its own to ask for its
 * types. Through this they are named, so a connection plans each of them once; and they leave in the order in which they
 * were asked. Where a pooler knows no prepared statements, the database's URL says `?prepare=false`.
 */
export function preparing<C extends Client>(client: C): C {
  const { unsafe } = client;
  const named = (...[text, parameters, options]: Parameters<Sql["unsafe"]>) =>
    // The driver's own words (begin, savepoint) have no parameters and stay as they are.
    parameters?.length
      ? unsafe(text, parameters, { ...options, prepare: true }).execute()
      : unsafe(text, [], options).execute();
  Object.assign(client, { unsafe: named });
  for (const name of ["begin", "savepoint"] as const) {
    const open = (client as unknown as Record<string, Opens | undefined>)[name];
    if (!open) continue;
    const over = (given: string | Work) =>
      typeof given === "string" ? given : (inner: TransactionSql) => given(preparing(inner));
    Object.assign(client, { [name]: ((...given) => open(...given.map(over))) satisfies Opens });
  }
  return client;
}
