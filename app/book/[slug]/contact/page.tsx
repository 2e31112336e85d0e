import type { Metadata } from "next";
import { EnquiryForm } from "@/app/_components/enquiries/enquiry-form";
import { answerNotice } from "@/lib/customers/consent-words";
import { servicesHref } from "../../_parts/links";
import { privacyHref } from "../../_parts/privacy-href";
import { PrivacyLine } from "../../_parts/privacy-line";
import { StepTitle } from "../../_parts/step";
import { openTenantAt } from "../../_parts/tenant";
import { askHouse } from "./actions";

export const metadata: Metadata = { title: "Write to us" };

type Props = { params: Promise<{ slug: string }> };

export default async function ContactPage({ params }: Props) {
  const tenant = await openTenantAt((await params).slug);
  if (!tenant) return null;
  return (
    <div className="pb-12">
      <StepTitle back={{ href: servicesHref(tenant.slug), label: "Services" }} title={`Write to ${tenant.name}`}>
        They read what you write and nobody else does. For a time, book one: that is quicker.
      </StepTitle>
      <EnquiryForm
        act={askHouse}
        fields={{ slug: tenant.slug }}
        to={tenant.name}
        notice={<PrivacyLine href={privacyHref(tenant.slug)} words={answerNotice.en} />}
      />
    </div>
  );
}
