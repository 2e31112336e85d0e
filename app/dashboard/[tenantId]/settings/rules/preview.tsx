import { useSay } from "@/app/_words/use-say";
import { formatDay, formatDayTime } from "@/lib/platform/format";

type Props = {
  rules: { noticeMinutes: number; horizonDays: number; stepMinutes: number };
  now: string;
  timeZone: string;
};

/** What the rules would mean to a customer who looks this minute. */
export function Preview({ rules: { noticeMinutes, horizonDays, stepMinutes }, now, timeZone }: Props) {
  const say = useSay();
  if (![noticeMinutes, horizonDays, stepMinutes].every(Number.isFinite)) return null;
  const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
  return (
    <p role="status" className="border-l-2 border-line pl-3 text-quiet tabular-nums">
      {say(
        "Whoever looks now can book from {from} until {until}, every {minutes} minutes from when somebody’s shift begins.",
        {
          from: formatDayTime(at(noticeMinutes), timeZone, say.language),
          until: formatDay(at(horizonDays * 1_440), timeZone, say.language),
          minutes: stepMinutes,
        },
      )}
    </p>
  );
}
