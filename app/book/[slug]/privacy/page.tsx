import type { Metadata } from "next";
import Link from "next/link";
import { languageHere } from "@/app/_server/language";
import { formatDate } from "@/lib/platform/format";
import { privacyNotice, readyNotice } from "@/lib/tenancy/privacy-notice";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { servicesHref } from "../../_parts/links";
import { portalHref } from "../../_parts/plain-links";
import { StepTitle } from "../../_parts/step";
import { guest, tenantAt } from "../../_parts/tenant";
import { readablePhone } from "../../_parts/words";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: moreWords[await languageHere()].privacy,
});

import { moreWords } from "../more-words";

type Props = { params: Promise<{ slug: string }> };

/** What the business does with what its customers tell it. */
export default async function PrivacyNoticePage({ params }: Props) {
  const tenant = await tenantAt((await params).slug);
  const language = await languageHere();
  const words = moreWords[language];
  const own = await readTenant(tenant.id, guest, privacyNotice);
  const text = own?.text ?? readyNotice(tenant.name, readablePhone(tenant.phone), language);
  const link = "underline underline-offset-4";
  return (
    <>
      <StepTitle back={{ href: servicesHref(tenant.slug), label: words.back }} title={words.privacy}>
        {words.privacyAbout(tenant.name)}
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
          {own ? `${words.since(formatDate(own.changedAt, tenant.timeZone, language))} ` : ""}
          <Link href={portalHref(tenant.slug)} prefetch={false} className={link}>
            {words.yourData}
          </Link>
          {" · "}
          <Link href="/privacy" prefetch={false} className={link}>
            {words.platformNotice}
          </Link>
        </p>
      </div>
    </>
  );
}
