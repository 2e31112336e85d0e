import type { ReactNode } from "react";
import { languageHere } from "@/app/_server/language";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { brandStyle } from "./brand";
import { Phone } from "./icons";
import { kindOf } from "./in-words";
import { LanguageSwitch } from "./language-switch";
import { servicesHref } from "./links";
import { publicWords } from "./public-words";
import { Sign } from "./sign";
import { SoftLink } from "./soft-link";
import { SoftLinks } from "./soft-links";
import { readablePhone } from "./words";

/** Every public page of a business: who it is on the left (on phones above), the one decision on the right. */
export async function Frame({ tenant, children }: { tenant: PublicTenant; children: ReactNode }) {
  const language = await languageHere();
  const words = publicWords[language];
  return (
    <div
      lang={language}
      style={brandStyle(tenant.colour)}
      className="mx-auto flex min-h-dvh w-full max-w-5xl flex-col px-4 text-md md:px-6 lg:grid lg:grid-cols-[15rem_minmax(0,40rem)] lg:gap-x-16 lg:px-8 lg:pt-12"
    >
      <header className="flex flex-wrap items-center gap-x-3 pt-4 pb-2 lg:sticky lg:top-12 lg:flex-col lg:items-start lg:gap-3 lg:self-start lg:py-0">
        <SoftLink
          href={servicesHref(tenant.slug)}
          className="flex min-w-0 flex-1 items-center gap-3 rounded-control lg:flex-none lg:flex-col lg:items-start"
        >
          <Sign house={tenant} />
          <span className="min-w-0">
            <span className="line-clamp-2 font-semibold break-words">{tenant.name}</span>
            <span className="block truncate text-sm text-quiet">
              {words.kindIn(kindOf(tenant.businessType, language), tenant.city)}
            </span>
          </span>
        </SoftLink>
        <PhoneLink phone={tenant.phone} call={words.call(readablePhone(tenant.phone))} />
        <LanguageSwitch slug={tenant.slug} />
      </header>
      <SoftLinks />
      <main className="flex min-w-0 grow flex-col">{children}</main>
    </div>
  );
}

/** On phones a thumb's target with the sign alone; where there is room the number is readable as well. */
const PhoneLink = ({ phone, call }: { phone: string; call: string }) => (
  <a
    href={`tel:${phone}`}
    aria-label={call}
    className="flex h-11 min-w-11 shrink-0 items-center justify-center gap-2 rounded-control border border-line bg-surface text-quiet hover:text-ink sm:px-3 lg:-ml-3 lg:border-0 lg:bg-transparent"
  >
    <Phone />
    <span className="hidden tabular-nums sm:inline">{readablePhone(phone)}</span>
  </a>
);
