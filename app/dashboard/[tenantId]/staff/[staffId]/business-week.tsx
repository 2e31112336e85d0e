import { Fact, Facts } from "@/app/_components/ui/fact";
import { useSay } from "@/app/_words/use-say";
import { clockOfMinute, type Stretch, weekdays, weekdayWords } from "@/lib/staff/rules";

/** A week to read, Monday first. */
export function Week({ hours, off }: { hours: readonly Stretch[]; off?: string }) {
  const say = useSay();
  return (
    <Facts>
      {weekdays.map((weekday) => {
        const stretches = hours.filter((stretch) => stretch.weekday === weekday);
        return (
          <Fact key={weekday} term={say.known(weekdayWords[weekday])}>
            {stretches.length === 0
              ? (off ?? say("Off"))
              : stretches.map(({ from, to }) => `${clockOfMinute(from)}–${clockOfMinute(to)}`).join(", ")}
          </Fact>
        );
      })}
    </Facts>
  );
}

/** What somebody works who has no hours of their own. */
export function BusinessWeek({ hours }: { hours: readonly Stretch[] }) {
  const say = useSay();
  if (hours.length === 0)
    return (
      <p className="text-requested">
        {say("The business has no hours yet, so without their own nobody can book them.")}
      </p>
    );
  return (
    <>
      <p className="text-quiet">{say("They follow the business’s hours.")}</p>
      <Week hours={hours} />
    </>
  );
}
