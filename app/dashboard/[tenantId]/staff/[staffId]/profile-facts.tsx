"use client";

import { useShell } from "@/app/_components/shell/shell-context";
import { Avatar } from "@/app/_components/ui/avatar";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { useSay } from "@/app/_words/use-say";
import { formatDate, formatMoney } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import type { StaffProfile } from "@/lib/staff/get-profile";
import { percentOf } from "@/lib/staff/rules";
import { staffPhoto } from "../staff-keys";
import { BusinessWeek, Week } from "./business-week";

/** For those who read it and do not change it. */
export function ProfileFacts({ profile }: { profile: StaffProfile }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, name, title, bio, phone, email, commissionBp, photo, since } = profile;
  return (
    <>
      <Avatar name={name} photo={staffPhoto(tenant.id, id, photo)} className="size-16 text-lg" />
      <Facts>
        {title ? <Fact term={say("Does best")}>{title}</Fact> : null}
        {bio ? <Fact term={say("About")}>{bio}</Fact> : null}
        {phone ? <Fact term={say("Phone")}>{phone}</Fact> : null}
        {email ? <Fact term={say("E-mail")}>{email}</Fact> : null}
        {commissionBp === null ? null : <Fact term={say("Commission")}>{percentOf(commissionBp)} %</Fact>}
        <Fact term={say("Here since")}>{formatDate(since, tenant.timeZone, say.language)}</Fact>
      </Facts>
    </>
  );
}

export function ServiceFacts({ profile }: { profile: StaffProfile }) {
  const say = useSay();
  const does = profile.services.filter((skill) => skill.does && skill.active);
  if (does.length === 0) return <p className="text-quiet">{say("None yet, so nobody can book them.")}</p>;
  return (
    <ul className="border-y">
      {does.map((skill) => (
        <li key={skill.serviceId} className="flex flex-wrap justify-between gap-x-4 border-t py-2 first:border-t-0">
          <span>{skill.name}</span>
          <span className="text-quiet tabular-nums">
            {minuteWords(skill.ownDurationMinutes ?? skill.durationMinutes, say.language)} ·{" "}
            {formatMoney(skill.ownPriceMinor ?? skill.priceMinor, skill.currency)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function WeekFacts({ profile: { hours, businessHours } }: { profile: StaffProfile }) {
  return hours.length > 0 ? <Week hours={hours} /> : <BusinessWeek hours={businessHours} />;
}
