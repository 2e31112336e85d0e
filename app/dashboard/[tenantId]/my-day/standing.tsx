import { useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { MyDay, MyWork } from "@/lib/bookings/my-day";
import { formatTime } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import { iso } from "../calendar/iso";
import { standing } from "./timeline";

/** The two things one looks for: whom I serve now, and how long until the next. */
export function Standing({ day, now }: { day: MyDay; now: number }) {
  const say = useSay();
  const { tenant } = useShell();
  const { now: serving, next } = standing(day, now);
  const until = (to: number) =>
    to > now ? say("until {time}", { time: formatTime(iso(to), tenant.timeZone) }) : say("its time is over");
  return (
    <dl
      aria-label={say("Now and next")}
      className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-b px-4 py-3 text-md md:px-6 xl:pl-8"
    >
      <dt className="text-quiet">{say("Now")}</dt>
      <dd className="min-w-0 break-words">
        {serving.length === 0
          ? say("Nobody")
          : `${namesOf(say, serving)}, ${until(Math.max(...serving.map(({ to }) => to)))}`}
      </dd>
      <dt className="text-quiet">{say("Next")}</dt>
      <dd className="min-w-0 break-words tabular-nums">
        {next
          ? say.rich("<wait>in {long}</wait>: {name}, {service}", {
              long: minuteWords(Math.ceil(next.from - now), say.language),
              name: next.customer,
              service: next.service,
              wait: (chunks) => <span className="font-semibold">{chunks}</span>,
            })
          : say("Nobody else today")}
      </dd>
    </dl>
  );
}

function namesOf(say: Say, work: readonly MyWork[]): string {
  const [first = "", second, ...more] = work.map(({ customer }) => customer);
  if (more.length > 0) return say("{count} customers", { count: work.length });
  return second === undefined ? first : say("{first} and {second}", { first, second });
}
