import { platformPool } from "@/db/platform-client";
import { sweepArchives } from "@/lib/archive/write-archive";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { keepSums } from "./keep-sums";
import { renewLinks } from "./renew-links";

/** Rows that go in one statement: a connection that is silent for long is given up. */
const atOnce = 5_000;

/** Rows that have outlived their purpose. The log's head stays, so a position too old to serve is known to be old. */
export async function tidy(most = atOnce): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * 86_400_000);
  await deleteOld("events", "seq", before(env().EVENT_RETENTION_DAYS), most);
  await deleteOld("idempotency", "route, key", before(1), most);
  await platformPool().query("delete from due where done_at < $1", [before(30)]);
  await platformPool().query("delete from worker_heartbeats where beat_at < $1", [before(1)]);
  await forgetChoices(before(1));
  await forgetRows(before(30));
  await forgetSecrets();
  await sweepArchives();
  await renewLinks();
  await keepSums();
}

/** Times that visitors only looked at, and from which network: nobody asks for them again. */
async function forgetChoices(before: Date): Promise<void> {
  await platformPool().query(
    `with old as (select tenant_id, id from holds where visitor is not null and expires_at < $1),
      time as (delete from occupancies o using old where o.tenant_id = old.tenant_id and o.hold_id = old.id)
    delete from holds h using old where h.tenant_id = old.tenant_id and h.id = old.id`,
    [before],
  );
}

/** Rows of files that made nothing: whoever meant to put them right has. */
async function forgetRows(before: Date): Promise<void> {
  await platformPool().query(
    `delete from import_rows r using imports i
    where i.tenant_id = r.tenant_id and i.id = r.import_id and i.created_at < $1 and r.customer_id is null
      and r.made_id is null`,
    [before],
  );
}

/** Words that let somebody in, once they no longer do; and what proves nothing any more. */
async function forgetSecrets(): Promise<void> {
  const ask = (text: string, at: Date | number) => platformPool().query(text, [at]);
  const yesterday = new Date(now().getTime() - 86_400_000);
  await ask("update messages set body = '', secret_until = null where secret_until < $1", now());
  await ask("delete from one_time_codes where expires_at < $1", yesterday);
  await ask("delete from registrations where expires_at < $1", now());
  await ask("delete from user_tokens where expires_at < $1", yesterday);
  await ask("delete from rate_limits where expire < $1", now().getTime());
}

/** By tenant, since every index begins with it. */
async function deleteOld(table: string, key: string, before: Date, most: number): Promise<void> {
  const some = `
    delete from ${table} where (tenant_id, ${key}) in (
      select old.* from tenants t cross join lateral (
        select tenant_id, ${key} from ${table} where tenant_id = t.id and created_at < $1 order by created_at limit $2
      ) old limit $2)`;
  while (((await platformPool().query(some, [before, most])).rowCount ?? 0) === most);
}
