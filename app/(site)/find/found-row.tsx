import { brandStyle } from "@/app/book/_parts/brand";
import { kindOf } from "@/app/book/_parts/in-words";
import { servicesHref } from "@/app/book/_parts/links";
import { publicWords } from "@/app/book/_parts/public-words";
import { Sign } from "@/app/book/_parts/sign";
import type { Language } from "@/lib/platform/format";
import type { OpenTenant } from "@/lib/tenancy/doors/find-open-tenants";

type Props = {
  business: OpenTenant;
  opening: { open: boolean; words: string };
  nextFree: string | null;
  language: Language;
};

/** One that was found: who, where, whether anybody is there now, and when there is time. */
export const FoundRow = ({ business, opening, nextFree, language }: Props) => (
  <li style={brandStyle(business.colour)} className="border-t first:border-t-0">
    <a
      href={servicesHref(business.slug)}
      className="flex min-h-16 items-center gap-4 px-4 py-3 transition-colors hover:bg-wash focus-visible:-outline-offset-2"
    >
      <Sign house={business} />
      <span className="grid min-w-0 flex-1">
        <span className="text-md font-medium break-words">{business.name}</span>
        <span className="text-quiet break-words">
          {publicWords[language].kindIn(kindOf(business.businessType, language), business.city)}
        </span>
        {business.address ? <span className="text-quiet break-words">{business.address}</span> : null}
        <span className={opening.open ? "text-confirmed" : "text-quiet"}>{opening.words}</span>
        {nextFree ? <span className="tabular-nums">{nextFree}</span> : null}
      </span>
    </a>
  </li>
);
