import { headers } from "next/headers";
import { countLook } from "@/lib/auth/limits";
import { addressOf } from "@/lib/platform/client-address";
import { formatWait } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { Frame } from "./frame";

/** Working out free times costs: how many seconds somebody at this address has to wait, or null. */
export async function waitToLook(services = 1): Promise<number | null> {
  const within = await countLook(addressOf(await headers()), services);
  return within.ok ? null : within.retryAfterSeconds;
}

/** The same where nothing else is on the page. */
export const TooOftenPage = ({ tenant, seconds }: { tenant: PublicTenant; seconds: number }) => (
  <Frame tenant={tenant}>
    <TooOften seconds={seconds} />
  </Frame>
);

export const TooOften = ({ seconds }: { seconds: number }) => (
  <section className="max-w-[34rem] pt-6 pb-8">
    <h1 className="text-lg sm:text-xl">That was often</h1>
    <p className="mt-2 text-quiet">
      Many pages were asked for from your network just now. Please load this page again in {formatWait(seconds)}.
    </p>
  </section>
);
