import { headers } from "next/headers";
import { languageHere } from "@/app/_server/language";
import { countLook } from "@/lib/auth/limits";
import { addressOf } from "@/lib/platform/client-address";
import { formatWait } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { Frame } from "./frame";
import { publicWords } from "./public-words";

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

export async function TooOften({ seconds }: { seconds: number }) {
  const language = await languageHere();
  const words = publicWords[language];
  return (
    <section className="max-w-[34rem] pt-6 pb-8">
      <h1 className="text-lg sm:text-xl">{words.often}</h1>
      <p className="mt-2 text-quiet">{words.oftenAbout(formatWait(seconds, language))}</p>
    </section>
  );
}
