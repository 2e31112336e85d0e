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
      <Section title="What it costs">
        <p>
          You try a plan for fourteen days without paying. Afterwards you pay by the month or the year, by a prompt on
          your phone that nobody but you can answer, and you may change or end the plan on its page. If a payment does
          not come we ask again for seven days; after that your page takes no bookings, and everything stays there to be
          read and taken along.
        </p>
      </Section>
      <Section title="Your customers’ money">
        <p>
          What customers pay goes to your own till or PayBill number; it never passes through ours. You say what a
          deposit is, what of it you keep and when it comes back, and customers read that before they pay.
        </p>
      </Section>
      <Section title="Messages to your customers">
        <p>
          About their own bookings you may write to them as they wish it. Offers and news go only to who has said yes,
          and each of them tells how to stop it. We keep who allowed what, when and in which words, and refuse what
          nobody allowed.
        </p>
      </Section>
      <Section title="Reviews">
        <p>
          Customers review visits that took place and were paid. You may answer each in public, and hide words that name
          others or break the law, with your reason; their stars count all the same, and nobody can buy any.
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
