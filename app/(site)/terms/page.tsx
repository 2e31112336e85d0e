import type { Metadata } from "next";
import Link from "next/link";
import { termsVersion } from "@/lib/tenancy/terms";
import { Document, Section } from "../_parts/document";

export const metadata: Metadata = { title: "Terms" };

export default function TermsPage() {
  return (
    <Document title="Terms for businesses" since={termsVersion}>
      <Section title="What you get">
        <p>
          A public page on which customers book times with you, and a dashboard on which you and the people you invite
          see and run the day. We may look at a new business before its page opens.
        </p>
      </Section>
      <Section title="What we ask of you">
        <p>
          Say truthfully who you are and what you offer. Keep the times and prices on your page as they are in your
          house. Use what customers tell you to serve them and for nothing they have not agreed to. Keep your password
          to yourself and invite everybody who works with you under their own name.
        </p>
      </Section>
      <Section title="Your data stays yours">
        <p>
          Your customers, bookings and figures belong to your business. You may take them with you, and we do not show
          them to other businesses. What we do with personal data is written under{" "}
          <Link href="/privacy" className="underline underline-offset-4">
            Privacy
          </Link>
          .
        </p>
      </Section>
      <Section title="When it does not work out">
        <p>
          You may stop at any time. We may suspend a business that deceives customers, harms others or does not keep to
          these terms; we say why, and nothing is deleted by that.
        </p>
      </Section>
      <Section title="What we cannot promise">
        <p>
          We work to keep this running at all hours, but no service always does. An agreement between you and a customer
          is between the two of you; we are not a party to it.
        </p>
      </Section>
      <Section title="Changes">
        <p>
          Each version of this page has a date, and we keep which one you accepted. We write to owners before a new
          version holds for them.
        </p>
      </Section>
    </Document>
  );
}
