"use client";

import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { ListLoading } from "../list-loading";
import { Week } from "../staff/[staffId]/business-week";
import { DaysSection } from "./days-section";
import { OpeningForm } from "./opening-form";
import { useOpening } from "./use-opening";

/** When the business is open, every week and on dates of their own. */
export function OpeningView() {
  const say = useSay();
  const { tenant } = useShell();
  const opening = useOpening();
  if (!opening) return <ListLoading rows={8} />;
  const manages = tenant.may.includes("settings.manage");
  return (
    <>
      <Section
        title={say("Every week")}
        about={say("Staff without hours of their own work these. Times are on the clock where the business is.")}
      >
        {manages ? <OpeningForm opening={opening} /> : <Week hours={opening.week} off={say("Closed")} />}
      </Section>
      <Section
        title={say("Days that are different")}
        about={say("Stocktaking, an event, a longer evening. What is said here holds for everybody on that day.")}
      >
        <DaysSection opening={opening} manages={manages} />
      </Section>
    </>
  );
}
