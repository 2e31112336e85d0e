"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useSWRConfig } from "swr";
import { apiBase, isTouched } from "@/app/_components/data/keys";
import { PhotoForm } from "@/app/_components/forms/photo-form";
import { photoWords } from "@/app/_components/forms/photo-words";
import { Section } from "@/app/_components/section";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { useShell } from "@/app/_components/shell/shell-context";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { ListLoading } from "../../list-loading";
import { photoAddress } from "../staff-keys";
import { ActiveSection } from "./active-section";
import { BreaksForm } from "./breaks-form";
import { Week } from "./business-week";
import { CalendarSection } from "./calendar-section";
import { DaysSection } from "./days-section";
import { HoursForm } from "./hours-form";
import { LoginSection } from "./login-section";
import { ProfileFacts, ServiceFacts, WeekFacts } from "./profile-facts";
import { ProfileForm } from "./profile-form";
import { SkillsForm } from "./skills-form";
import { TimeOffSection } from "./time-off-section";
import { useProfile } from "./use-profile";

/** Everything about one person who serves; for those who manage it a form each, for the others to read. */
export function ProfileView({ staffId }: { staffId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { mutate } = useSWRConfig();
  const profile = useProfile(staffId);
  if (!profile) return <ListLoading rows={8} />;
  const { name, photo } = profile;
  const manages = tenant.may.includes("staff.manage");
  const again = () => mutate((key) => isTouched(key, apiBase(tenant.id), new Set(["staff"])));
  return (
    <>
      <PageHeader title={name} about={profile.active ? profile.title : say("Not bookable")} />
      <PageBody className="grid max-w-220 grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-4 pb-12 md:px-6 xl:pl-8">
        {tenant.role === "staff" ? null : (
          <Link
            href={`/dashboard/${tenant.id}/staff`}
            className="inline-flex items-center gap-1 justify-self-start text-quiet hover:text-ink"
          >
            <ChevronLeft aria-hidden className="size-4" />
            {say("All staff")}
          </Link>
        )}
        {manages ? <Parts /> : null}
        {manages ? (
          <>
            <Section
              at="profile"
              title={say("Profile")}
              about={say("What customers read when they choose somebody, and how you reach them.")}
            >
              <PhotoForm
                name={name}
                version={photo}
                address={photoAddress(tenant.id, staffId)}
                words={photoWords(say, name)}
                onChanged={again}
              />
              <ProfileForm profile={profile} />
            </Section>
            <Section
              at="services"
              title={say("Services")}
              about={say("What they do, with a time or price of their own where it differs.")}
            >
              <SkillsForm profile={profile} />
            </Section>
            <Section
              at="hours"
              title={say("Weekly hours")}
              about={say("Without hours of their own they work whenever the business is open.")}
            >
              <HoursForm profile={profile} />
            </Section>
            <Section
              at="breaks"
              title={say("Breaks")}
              about={say("Nobody is booked in them. Lunch every day, prayers on Friday.")}
            >
              <BreaksForm profile={profile} />
            </Section>
            <DaysSection profile={profile} />
            <TimeOffSection staffId={staffId} />
            <CalendarSection staffId={staffId} />
            <LoginSection profile={profile} />
            <ActiveSection profile={profile} />
          </>
        ) : (
          <>
            <Section title={say("Profile")}>
              <ProfileFacts profile={profile} />
            </Section>
            <Section title={say("Services")}>
              <ServiceFacts profile={profile} />
            </Section>
            <Section title={say("Weekly hours")}>
              <WeekFacts profile={profile} />
            </Section>
            {profile.breaks.length > 0 ? (
              <Section title={say("Breaks")}>
                <Week hours={profile.breaks} off={say("None")} />
              </Section>
            ) : null}
            <DaysSection profile={profile} />
            <TimeOffSection staffId={staffId} />
            {tenant.staffId === staffId ? <CalendarSection staffId={staffId} /> : null}
          </>
        )}
      </PageBody>
    </>
  );
}

const parts = [
  ["profile", phrase("Profile")],
  ["services", phrase("Services")],
  ["hours", phrase("Hours")],
  ["breaks", phrase("Breaks")],
  ["days", phrase("Days")],
  ["time-off", phrase("Time off")],
  ["calendar", phrase("Calendar")],
  ["login", phrase("Sign-in")],
] as const;

/** The page is long where everything can be changed: each part is a tap away, and is saved by itself. */
function Parts() {
  const say = useSay();
  return (
    <nav
      aria-label={say("On this page")}
      className="sticky top-0 z-10 -mx-4 flex gap-5 overflow-x-auto border-b bg-surface px-4 md:-mx-6 md:px-6 lg:top-14 xl:-ml-8 xl:pl-8"
    >
      {parts.map(([at, word]) => (
        <a
          key={at}
          href={`#${at}`}
          className="flex h-11 shrink-0 items-center font-medium text-quiet -outline-offset-2 hover:text-ink"
        >
          {say(word)}
        </a>
      ))}
    </nav>
  );
}
