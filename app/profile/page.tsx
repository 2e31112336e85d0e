import type { Metadata } from "next";
import { Section } from "@/app/_components/section";
import { requireVisitor } from "@/app/_server/visitor";
import { waitingCode } from "@/app/_server/waiting-code";
import { sayHere } from "@/app/_words/say-here";
import { photoVersionOf } from "@/lib/auth/photo";
import { getProfile } from "@/lib/auth/profile";
import { ContactForm } from "./_parts/contact-form";
import { LooksHere } from "./_parts/looks-here";
import { NameForm, WishesForm } from "./_parts/own-forms";
import { PasswordForm } from "./_parts/password-form";
import { YourPhoto } from "./_parts/your-photo";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Your profile") };
}

export default async function ProfilePage() {
  const say = await sayHere();
  const { user } = await requireVisitor("/profile");
  const [profile, photo, byEmail, byPhone] = await Promise.all([
    getProfile(user.id),
    photoVersionOf(user.id),
    waitingCode("contact-email", user.id),
    waitingCode("contact-phone", user.id),
  ]);
  if (!profile) return null;
  const { name, language, email, phone, preferences } = profile;
  return (
    <main className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <h1 className="sr-only">{say("Your profile")}</h1>
      <Section title={say("Who you are")} about={say("Your name and photo are shown to the people you work with.")}>
        <YourPhoto name={name} version={photo} />
        <NameForm name={name} language={language} />
      </Section>
      <Section title={say("E-mail")} about={say("To sign in with, and for messages about your login.")}>
        <ContactForm what="email" now={email} hasOther={phone !== null} waiting={byEmail} />
      </Section>
      <Section title={say("Phone")} about={say("To sign in with, and for a code when you forget your password.")}>
        <ContactForm what="phone" now={phone} hasOther={email !== null} waiting={byPhone} />
      </Section>
      <Section title={say("Password")} about={say("Changing it signs you out everywhere but here.")}>
        <PasswordForm login={email ?? phone ?? ""} />
      </Section>
      <Section title={say("Notifications")} about={say("What you want to hear of.")}>
        <WishesForm {...preferences} />
      </Section>
      <Section
        title={say("This browser")}
        about={say("How the dashboard looks and is used here. Every browser has its own.")}
      >
        <LooksHere />
      </Section>
    </main>
  );
}
