import { memberErrandQuestion } from "@/app/_server/route";
import { logoBytes } from "@/lib/gallery/logo";
import { posterPdf } from "@/lib/gallery/poster";
import { env } from "@/lib/platform/env";
import { isLanguage } from "@/lib/platform/language";
import { getBusiness } from "@/lib/tenancy/get-business";
import { readTenant } from "@/lib/tenancy/with-tenant";

/** The code of the booking page as a sheet for the wall: `?size=a5`, `?language=sw`. */
export const GET = memberErrandQuestion("settings.see", async ({ actor }, { tenantId }, request) => {
  const asked = new URL(request.url).searchParams;
  const size = asked.get("size") === "a5" ? "a5" : "a4";
  const language = asked.get("language");
  const { slug, name, colour, logo, language: own } = await readTenant(tenantId, actor, getBusiness);
  // The logo is a file: it is waited for with no transaction open.
  const picture = logo ? await logoBytes(tenantId, logo) : null;
  const file = await posterPdf({
    ...{ name, colour, size, link: `${env().APP_URL}/book/${slug}` },
    logo: picture?.bytes ?? null,
    language: isLanguage(language) ? language : own,
  });
  return new Response(Buffer.from(file), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${slug}-${size}.pdf"`,
      "cache-control": "no-store",
    },
  });
});
