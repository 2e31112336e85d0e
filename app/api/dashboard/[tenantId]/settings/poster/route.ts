import { invalid } from "@/app/_server/problem";
import { memberErrandQuestion } from "@/app/_server/route";
import { posterQuery } from "@/lib/gallery/input";
import { logoBytes } from "@/lib/gallery/logo";
import { posterPdf } from "@/lib/gallery/poster";
import { env } from "@/lib/platform/env";
import { fieldErrors } from "@/lib/platform/field-errors";
import { getBusiness } from "@/lib/tenancy/get-business";
import { readTenant } from "@/lib/tenancy/with-tenant";

/** The code of the booking page as a sheet for the wall: `?size=a5`, `?language=sw`. */
export const GET = memberErrandQuestion("settings.see", async ({ actor }, { tenantId }, request) => {
  const asked = posterQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { size, language } = asked.data;
  const { slug, name, colour, logo, language: own } = await readTenant(tenantId, actor, getBusiness);
  // The logo is a file: it is waited for with no transaction open.
  const picture = logo ? await logoBytes(tenantId, logo) : null;
  const file = await posterPdf({
    ...{ name, colour, size, link: `${env().APP_URL}/book/${slug}` },
    logo: picture?.bytes ?? null,
    language: language ?? own,
  });
  return new Response(Buffer.from(file), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${slug}-${size}.pdf"`,
      "cache-control": "no-store",
    },
  });
});
