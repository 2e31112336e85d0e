import type { Metadata } from "next";
import { privacySince } from "@/lib/tenancy/terms";
import { Document, Section } from "../_parts/document";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <Document title="Privacy" since={privacySince}>
      <Section title="Who decides what">
        <p>
          The business you go to decides what it keeps of you and why; its own notice is on its booking page. Whoever
          runs this installation keeps it for the business and does with it what the business asks, and nothing else.
        </p>
      </Section>
      <Section title="If you book a time">
        <p>
          The business you book with learns your name, your phone number, what you booked and what you wrote to it, and
          your e-mail address if you gave it. It may write down what it needs to serve you, such as allergies. It needs
          them to expect you and to reach you. Other businesses here do not see them.
        </p>
      </Section>
      <Section title="If you sign in with your phone">
        <p>
          Your number is one sign-in for every business here that knows it. Each of them sees only what is its own. When
          the last of them forgets you, the sign-in is gone, too.
        </p>
      </Section>
      <Section title="If you pay by M-Pesa">
        <p>
          Safaricom learns the number that pays, the amount and a reference. The business keeps the amount and M-Pesa’s
          code in its books for as long as the law says, also after it has forgotten you.
        </p>
      </Section>
      <Section title="What is sent to you">
        <p>
          Codes you asked for, and news of what you booked. Offers and news of a business come only if you said yes to
          it, and each of them has a link that stops them.
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
          you signed in, keep the time you chose while you type, and carry a code you asked for.
        </p>
      </Section>
      <Section title="How it is kept, and how long">
        <p>
          Each business's data is fenced off from every other's in the database itself. Codes lie for a day, rows of a
          list that could not be read in for thirty days, and what a business knows of you until it erases you. Backups
          lose it when they are replaced. Whoever runs this installation keeps it and its backups.
        </p>
      </Section>
      <Section title="Your rights">
        <p>
          Under “Your bookings” on a business’s page you see and correct what it knows you by, say yes or no to offers,
          and take everything it holds of you as a file. Ask it to forget you: then your name, number, e-mail, photo,
          notes and messages go for good. The law gives you these rights, in Kenya the Data Protection Act of 2019. If
          the business does not answer, ask whoever runs this installation, or the Office of the Data Protection
          Commissioner.
        </p>
      </Section>
    </Document>
  );
}
