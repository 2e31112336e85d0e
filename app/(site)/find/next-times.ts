import "server-only";
import { guest } from "@/app/book/_parts/tenant";
import { nextFree } from "@/lib/bookings/next-free";
import { isBusy } from "@/lib/platform/busy";
import { now } from "@/lib/platform/clock";
import { inTurn } from "@/lib/platform/in-turn";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { type HeadAt, headsAt } from "@/lib/tenancy/doors/heads-at";
import { readTenant } from "@/lib/tenancy/with-tenant";

/** Whoever looks for a business waits no longer than this for what is free there; the next one who looks is told. */
const patienceMs = 400;
/** What has come nearer to now than its notice is no longer free, without anything having happened. */
const keptMs = 60_000;
const mostKept = 2_000;

type Known = { position: string; startsAt: string | null; until: number };
type Next = { known: Map<string, Known>; asked: Map<string, Promise<void>> };
const next = () => singleton("next-times", (): Next => ({ known: new Map(), asked: new Map() }));

const inLine = inTurn("next free times", { atOnce: 3, waiting: 200 });

/**
 * When each of these has time next, by its address. One statement says whether anything has happened since it was worked out;
 * only where it has is it worked out anew.
 */
export async function nextTimes(slugs: readonly string[]): Promise<Map<string, string>> {
  const heads = await headsAt(slugs);
  const late = heads.filter((head) => !isKnown(head)).map(lookUp);
  if (late.length > 0) await Promise.race([Promise.all(late), patience()]);
  const at = now().toISOString();
  return new Map(
    heads.flatMap((head) => {
      const startsAt = isKnown(head) && next().known.get(head.tenantId)?.startsAt;
      return startsAt && startsAt > at ? [[head.slug, startsAt] as const] : [];
    }),
  );
}

const patience = () => new Promise<void>((enough) => setTimeout(enough, patienceMs).unref());

function isKnown({ tenantId, position }: HeadAt): boolean {
  const known = next().known.get(tenantId);
  return known !== undefined && known.position === position && performance.now() < known.until;
}

/** Whoever asks meanwhile waits for the same. */
function lookUp(head: HeadAt): Promise<void> {
  const { asked } = next();
  const key = `${head.tenantId} ${head.position}`;
  const running = asked.get(key);
  if (running) return running;
  const work = inLine(async () => {
    const startsAt = await readTenant(head.tenantId, guest, nextFree);
    const { known } = next();
    if (known.size >= mostKept) known.clear();
    known.set(head.tenantId, { position: head.position, startsAt, until: performance.now() + keptMs });
  })
    .catch((error: unknown) => {
      // Many look just now; whoever looks next is told.
      if (!isBusy(error)) log().warn({ err: error }, "next free time not known");
    })
    .finally(() => asked.delete(key));
  asked.set(key, work);
  return work;
}
