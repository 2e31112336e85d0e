import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { sha256 } from "@/lib/platform/ids";
import { openSealed, seal } from "@/lib/platform/seal";
import { singleton } from "@/lib/platform/singleton";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { type TokenAnswer, type TokenStore, tokenKey } from "../daraja/tokens";

type Kept = { sealed: string; expires_at: string; mine: boolean };

const job = { kind: "system", job: "daraja token" } as const;
/** Whoever asks Safaricom has so long; then somebody else does. */
const leaseMs = 30_000;
const lookAgainMs = 150;

const asking = () => singleton("daraja-tokens-asked", () => new Map<string, Promise<TokenAnswer>>());

/** Tokens that all processes share: a new one may end the one before, so one of them asks and the others wait. */
export function sharedTokens(tenantId: string): TokenStore {
  return {
    get(account, fresh) {
      const key = `${tenantId} ${tokenKey(account)}`;
      const waiting = asking().get(key);
      if (waiting) return waiting;
      const answer = getOrAsk(tenantId, sha256(tokenKey(account)), fresh).finally(() => asking().delete(key));
      asking().set(key, answer);
      return answer;
    },
    async drop(account, token) {
      const name = sha256(tokenKey(account));
      await withTenant(tenantId, job, async ({ tx }) => {
        const [row] = await tx.execute<{ sealed: string }>(
          sql`select sealed from daraja_tokens where tenant_id = ${tenantId} and account = ${name} for update`,
        );
        if (row?.sealed && openSealed(row.sealed, name) === token)
          await tx.execute(
            sql`update daraja_tokens set sealed = '', expires_at = ${now().toISOString()}
              where tenant_id = ${tenantId} and account = ${name}`,
          );
      });
    },
  };
}

async function getOrAsk(tenantId: string, name: string, fresh: () => Promise<TokenAnswer>): Promise<TokenAnswer> {
  for (;;) {
    const kept = await claim(tenantId, name);
    const token = kept.sealed ? openSealed(kept.sealed, name) : null;
    if (token !== null && Date.parse(kept.expires_at) > now().getTime())
      return { kind: "token", token, goodUntil: new Date(kept.expires_at) };
    if (kept.mine || (kept.sealed && token === null)) break;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  const answer = await fresh().catch((): TokenAnswer => ({ kind: "unreachable", detail: "no answer" }));
  await withTenant(tenantId, job, ({ tx }) =>
    answer.kind === "token"
      ? tx.execute(sql`update daraja_tokens set sealed = ${seal(answer.token, name)}, asked_until = null,
          expires_at = ${answer.goodUntil.toISOString()} where tenant_id = ${tenantId} and account = ${name}`)
      : tx.execute(
          sql`update daraja_tokens set asked_until = null where tenant_id = ${tenantId} and account = ${name}`,
        ),
  );
  return answer;
}

/** What is kept; and, where that is no longer good, whether it is this process's turn to ask. */
function claim(tenantId: string, name: string): Promise<Kept> {
  const [at, until] = [now(), new Date(now().getTime() + leaseMs)].map((one) => one.toISOString());
  return withTenant(tenantId, job, async ({ tx }) => {
    const look = async () =>
      (
        await tx.execute<Kept>(
          sql`select sealed, expires_at, false as mine from daraja_tokens where tenant_id = ${tenantId} and account = ${name}`,
        )
      )[0];
    const kept = await look();
    if (kept?.sealed && kept.expires_at && Date.parse(kept.expires_at) > Date.parse(at!)) return kept;
    const [mine] = await tx.execute<Kept>(sql`
      insert into daraja_tokens as d (tenant_id, account, sealed, expires_at, asked_until)
      values (${tenantId}, ${name}, '', ${at}, ${until})
      on conflict (tenant_id, account) do update set asked_until = excluded.asked_until
        where d.expires_at <= ${at} and (d.asked_until is null or d.asked_until <= ${at})
      returning sealed, expires_at, true as mine`);
    return mine ? { ...mine, sealed: "" } : ((await look()) ?? { sealed: "", expires_at: at!, mine: false });
  });
}
