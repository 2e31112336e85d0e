import type { Metadata } from "next";
import { EnquiryForm } from "@/app/_components/enquiries/enquiry-form";
import { enquiryFormWords } from "@/app/_components/enquiries/form-words";
import { languageHere } from "@/app/_server/language";
import { answerNotice } from "@/lib/customers/consent-words";
import { servicesHref } from "../../_parts/links";
import { privacyHref } from "../../_parts/plain-links";
import { PrivacyLine } from "../../_parts/privacy-line";
import { StepTitle } from "../../_parts/step";
import { knownTenant, openTenantAt } from "../../_parts/tenant";
import { moreWords } from "../more-words";
import { bookWords } from "../words";
import { askHouse } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: moreWords[await languageHere()].writeTo((await knownTenant((await params).slug))?.name ?? ""),
});

export default async function ContactPage({ params }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  const language = await languageHere();
  const words = moreWords[language];
  return (
    <div className="pb-12">
      <StepTitle
        back={{ href: servicesHref(tenant.slug), label: bookWords[language].services }}
        title={words.writeTo(tenant.name)}
      >
        {words.writeAbout}
      </StepTitle>
      <EnquiryForm
        act={askHouse}
        fields={{ slug: tenant.slug }}
        words={enquiryFormWords(language, tenant.name)}
        notice={
          <PrivacyLine
            href={privacyHref(tenant.slug)}
            words={{ notice: answerNotice[language], privacy: words.privacy }}
          />
        }
      />
    </div>
  );
}
