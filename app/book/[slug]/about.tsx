import type { ReactNode } from "react";
import type { Language } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { Pin, Speech } from "../_parts/icons";
import { bookWords } from "./words";

type Props = { tenant: PublicTenant; language: Language };

/** What the house says of itself, where it is, and another way to ask. */
export function About({ tenant: { about, aboutSw, address, city, mapLink, whatsapp, name }, language }: Props) {
  const words = bookWords[language];
  const said = language === "sw" ? aboutSw || about : about || aboutSw;
  const isForeign = said !== "" && said === (language === "sw" ? about : aboutSw);
  const place = address ? `${address}, ${city}` : words.onMap;
  if (!said && !address && !mapLink && !whatsapp) return null;
  return (
    <div className="grid gap-1 pt-1">
      {said ? (
        <p
          lang={isForeign ? (language === "sw" ? "en" : "sw") : undefined}
          className="text-sm break-words whitespace-pre-line"
        >
          {said}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-x-5 text-sm text-quiet">
        {mapLink ? (
          <Outside href={mapLink} title={words.onMap}>
            <Pin />
            {place}
          </Outside>
        ) : address ? (
          <span className="inline-flex min-h-11 items-center gap-1.5">
            <Pin />
            {place}
          </span>
        ) : null}
        {whatsapp ? (
          <Outside href={`https://wa.me/${whatsapp.slice(1)}`} title={words.whatsappTo(name)}>
            <Speech />
            WhatsApp
          </Outside>
        ) : null}
      </p>
    </div>
  );
}

const Outside = ({ href, title, children }: { href: string; title: string; children: ReactNode }) => (
  <a
    href={href}
    title={title}
    target="_blank"
    rel="noreferrer nofollow"
    className="inline-flex min-h-11 items-center gap-1.5 underline decoration-edge underline-offset-4 hover:text-ink"
  >
    {children}
  </a>
);
