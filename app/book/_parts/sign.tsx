import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { initials } from "../../_components/ui/initials";
import { logoHref } from "./links";

type Props = { house: Pick<PublicTenant, "slug" | "name" | "logo"> };

/** The logo, or the initials; the name stands beside it. */
export function Sign({ house: { slug, name, logo } }: Props) {
  if (logo)
    return (
      // biome-ignore lint/performance/noImgElement: it is small already, and next/image would cost the page its script
      <img
        src={logoHref(slug, logo)}
        alt=""
        width={56}
        height={56}
        className="size-11 shrink-0 rounded-panel object-contain lg:size-14"
      />
    );
  return (
    <span
      aria-hidden="true"
      className="grid size-11 shrink-0 place-items-center rounded-panel bg-accent font-semibold text-on-accent lg:size-14 lg:text-lg"
    >
      {initials(name)}
    </span>
  );
}
