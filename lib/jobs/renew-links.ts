import { platformPool } from "@/db/platform-client";
import { bookingTokenHash, linksSince } from "@/lib/bookings/booking-token";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

const atOnce = 2_000;

type Row = { tenant_id: string; id: string };

/**
 * After a change of secrets the messages to come carry links of the new one: they open the bookings of before as well,
 * beside the links that customers hold already. Nothing to do while there is one secret, but in a demo.
 */
export async function renewLinks(most = atOnce): Promise<void> {
  // What a demo makes up was never told to anybody: its links are made here as well.
  if (!env().AUTH_SECRET_OLD && env().APP_MODE === "live") return;
  let last: Row | undefined;
  do {
    const { rows }: { rows: Row[] } = await platformPool().query(
      `select tenant_id, id from bookings
       where ends_at > $1 and ($2::uuid is null or (tenant_id, id) > ($2, $3::uuid)) order by tenant_id, id limit $4`,
      [linksSince(), last?.tenant_id, last?.id, most],
    );
    await platformPool().query(
      `insert into access_tokens (hash, tenant_id, kind, subject_id, created_at)
       select hash, tenant_id, 'booking', id, $4 from unnest($1::text[], $2::uuid[], $3::uuid[]) as made(hash, tenant_id, id)
       on conflict do nothing`,
      [rows.map(({ id }) => bookingTokenHash(id)), rows.map((row) => row.tenant_id), rows.map(({ id }) => id), now()],
    );
    last = rows.length === most ? rows.at(-1) : undefined;
  } while (last);
}
