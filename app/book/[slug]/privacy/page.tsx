import type { Metadata } from "next";
import Link from "next/link";
import { formatDate } from "@/lib/platform/format";
import { privacyNotice, readyNotice } from "@/lib/tenancy/privacy-notice";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { portalHref, servicesHref } from "../../_parts/links";
import { StepTitle } from "../../_parts/step";
import { guest, tenantAt } from "../../_parts/tenant";
import { readablePhone } from "../../_parts/words";

export const metadata: Metadata = { title: "Privacy" };

type Props = { params: Promise<{ slug: string }> };

/** What the business does with what its customers tell it. */
export default async function PrivacyNoticePage({ params }: Props) {
  const tenant = await tenantAt((await params).slug);
  const own = await readTenant(tenant.id, guest, privacyNotice);
  const text = own?.text ?? readyNotice(tenant.name, readablePhone(tenant.phone));
  const link = "underline underline-offset-4";
  return (
    <>
      <StepTitle back={{ href: servicesHref(tenant.slug), label: "Book" }} title="Privacy">
        What {tenant.name} does with what it knows of you
      </StepTitle>
      <div className="grid gap-4 pb-10 leading-relaxed">
        {text
          .split(/\n{2,}/)
          .filter((paragraph) => paragraph.trim() !== "")
          .map((paragraph, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text that is drawn once, in its order
            <p key={at} className="whitespace-pre-line break-words">
              {paragraph}
            </p>
          ))}
        <p className="text-sm text-quiet">
          {own ? `Since ${formatDate(own.changedAt, tenant.timeZone)}. ` : ""}
          <Link href={portalHref(tenant.slug)} prefetch={false} className={link}>
            Your bookings and data
          </Link>
          {" · "}
          <Link href="/privacy" prefetch={false} className={link}>
            The platform’s own notice
          </Link>
        </p>
      </div>
    </>
  );
}
