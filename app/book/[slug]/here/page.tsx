import type { Metadata } from "next";
import { languageHere } from "@/app/_server/language";
import { contactWords } from "../../_parts/contact-words";
import { publicWords } from "../../_parts/public-words";
import { openTenantAt } from "../../_parts/tenant";
import { moreWords } from "../more-words";
import { HereForm } from "./here-form";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: moreWords[await languageHere()].here,
  robots: { index: false },
});

type Props = { params: Promise<{ slug: string }> };

/** Where the sign at the front desk leads. */
export default async function HerePage({ params }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const language = await languageHere();
  const { who, whoHelp, here, checkedIn, linkSent, ...words } = moreWords[language];
  const { notice, privacy } = contactWords(language);
  return (
    <div className="grid gap-5 pt-2 pb-8 lg:pt-0">
      <div>
        <h1 className="text-lg sm:text-xl">{words.checkingIn}</h1>
        <p className="mt-1 text-quiet">{words.checkingInAbout(tenant.name)}</p>
      </div>
      <HereForm
        slug={tenant.slug}
        words={{ who, whoHelp, here, checkedIn, linkSent, notice, privacy, busy: publicWords[language].busy }}
      />
    </div>
  );
}
