import type { Metadata } from "next";
import Link from "next/link";
import { EnquiryForm } from "@/app/_components/enquiries/enquiry-form";
import { enquiryFormWords } from "@/app/_components/enquiries/form-words";
import { Wordmark } from "@/app/_components/wordmark";
import { PrivacyLine } from "@/app/book/_parts/privacy-line";
import { answerNotice } from "@/lib/customers/consent-words";
import { askPlatform } from "./actions";

export const metadata: Metadata = { title: "Contact" };

export default function ContactPage() {
  return (
    <div className="mx-auto grid min-h-dvh max-w-200 grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] px-4 md:px-6">
      <header className="flex h-16 items-center">
        <Link href="/" aria-label="ClientPulse, home">
          <Wordmark />
        </Link>
      </header>
      <main className="grid content-start gap-6 pt-8 pb-16">
        <div className="grid gap-2">
          <h1 className="text-xl">Write to ClientPulse</h1>
          <p className="max-w-[56ch] text-md text-quiet">
            About the platform itself. What you have booked somewhere is best asked there: every booking page has a form
            like this one.
          </p>
        </div>
        <EnquiryForm
          act={askPlatform}
          words={enquiryFormWords("en", "ClientPulse")}
          notice={<PrivacyLine href="/privacy" words={{ notice: answerNotice.en, privacy: "Privacy" }} />}
        />
      </main>
    </div>
  );
}
