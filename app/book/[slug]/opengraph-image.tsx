import { ImageResponse } from "next/og";
import { initials } from "@/app/_components/ui/initials";
import { contrast, grey, parseHex } from "@/lib/platform/colour";
import { keptAnswers } from "@/lib/platform/kept-answers";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { languageOf } from "@/lib/tenancy/rules";
import { kindOf } from "../_parts/in-words";
import { publicWords } from "../_parts/public-words";

export const dynamic = "force-dynamic";
export const alt = "Book online · Weka miadi mtandaoni";
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

const kept = keptAnswers<ArrayBuffer>("link-pictures", { most: 200, ms: Number.POSITIVE_INFINITY });

/** What a link to the business looks like in a chat, in the language of the house: nobody knows who will see it. Drawn once for each face of a business: it costs half a second. */
export default async function LinkPicture({ params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const tenant = await findTenant((await params).slug);
  if (!tenant || tenant.status === "rejected") return new Response(null, { status: 404 });
  const face = [tenant.name, tenant.city, tenant.businessType, tenant.colour, languageOf(tenant.locale)].join("\n");
  return new Response(await kept(face, () => draw(tenant).arrayBuffer()), {
    headers: { "content-type": contentType, "cache-control": "public, max-age=3600" },
  });
}

/** The one font at hand writes Latin letters; for any other the library would ask the internet. */
const writable = (text: string): string => text.replaceAll(/[^\u0020-\u007e\u00a1-\u017f\u2013\u2019]/g, "").trim();

function draw({ name, city, businessType, colour, locale }: PublicTenant): ImageResponse {
  const language = languageOf(locale);
  const kind = kindOf(businessType, language);
  const accent = parseHex(colour);
  const onAccent = accent && contrast(accent, grey(1)) < contrast(accent, grey(0.18)) ? "#1c1c1a" : "#ffffff";
  const title = writable(name) || kind;
  return new ImageResponse(
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: 72,
        background: "#fbfaf9",
        color: "#23221f",
      }}
    >
      <div
        style={{
          width: 132,
          height: 132,
          display: "flex",
          alignItems: "center",
          justifyContent: "center",
          borderRadius: 20,
          background: accent ? colour : "#0f766e",
          color: onAccent,
          fontSize: 60,
        }}
      >
        {initials(title)}
      </div>
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ display: "flex", fontSize: title.length > 28 ? 64 : 84, lineHeight: 1.1 }}>{title}</div>
        <div style={{ display: "flex", marginTop: 20, fontSize: 40, color: "#67645e" }}>
          {writable(publicWords[language].kindIn(kind, city))}
        </div>
      </div>
      <div style={{ display: "flex", fontSize: 40 }}>{publicWords[language].bookOnline}</div>
    </div>,
    size,
  );
}
