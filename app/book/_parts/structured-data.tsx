import { headers } from "next/headers";
import type { OpeningHours } from "@/lib/bookings/opening-hours";
import { env } from "@/lib/platform/env";
import type { ServiceItem } from "@/lib/services/list-services";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { businessData, writeData } from "./business-data";

type Props = { tenant: PublicTenant; services: ServiceItem[]; hours: OpeningHours };

/** What the page says, for programs that read it: search engines and assistants. */
export async function StructuredData({ tenant, services, hours }: Props) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const data = writeData(businessData(env().APP_URL, tenant, services, hours));
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      // The browser hides a nonce from scripts, so the two sides never agree on it.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: writeData leaves nothing that could end the element
      dangerouslySetInnerHTML={{ __html: data }}
    />
  );
}
