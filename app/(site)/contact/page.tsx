import type { Metadata } from "next";
import { EnquiryForm } from "@/app/_components/enquiries/enquiry-form";
import { enquiryFormWords } from "@/app/_components/enquiries/form-words";
import { languageHere } from "@/app/_server/language";
import { PrivacyLine } from "@/app/book/_parts/privacy-line";
import { answerNotice } from "@/lib/customers/consent-words";
import { PlainFrame } from "../_parts/plain-frame";
import { siteWords } from "../_parts/site-words";
import { askPlatform } from "./actions";

export const generateMetadata = async (): Promise<Metadata> => ({ title: siteWords[await languageHere()].contact });

export default async function ContactPage() {
  const language = await languageHere();
  const words = siteWords[language];
  return (
    <PlainFrame language={language}>
      <main className="grid content-start gap-6 pt-8 pb-16">
        <div className="grid gap-2">
          <h1 className="text-xl">{words.writeTo}</h1>
          <p className="max-w-[56ch] text-md text-quiet">{words.writeAbout}</p>
        </div>
        <EnquiryForm
          act={askPlatform}
          words={enquiryFormWords(language, "ClientPulse")}
          notice={<PrivacyLine href="/privacy" words={{ notice: answerNotice[language], privacy: words.privacy }} />}
        />
      </main>
    </PlainFrame>
  );
}
