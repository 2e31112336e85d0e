import type { Metadata } from "next";
import { termsVersion } from "@/lib/tenancy/terms";
import { Document, Section } from "../_parts/document";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <Document title="Privacy" since={termsVersion}>
      <Section title="If you book a time">
        <p>
          The business you book with learns your name, your phone number, what you booked and what you wrote to it, and
          your e-mail address if you gave it. It needs them to expect you and to reach you. Other businesses here do not
          see them.
        </p>
      </Section>
      <Section title="If you work at a business">
        <p>
          We keep your name, how to reach you, a fingerprint of your password from which it cannot be read, and where
          and when you signed in. Your business sees who changed what in it.
        </p>
      </Section>
      <Section title="What we do not do">
        <p>
          We do not sell data, show advertisements, or follow you to other sites. The only cookies are those that keep
          you signed in.
        </p>
      </Section>
      <Section title="How it is kept">
        <p>
          Each business's data is fenced off from every other's in the database itself. Whoever runs this installation
          keeps it and its backups.
        </p>
      </Section>
      <Section title="Your rights">
        <p>
          Ask the business you booked with what it knows of you, to correct it, or to forget you; the law gives you that
          right, in Kenya the Data Protection Act of 2019. If it does not answer, ask whoever runs this installation.
        </p>
      </Section>
    </Document>
  );
}
