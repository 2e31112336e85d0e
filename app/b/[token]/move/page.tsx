import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { languageHere } from "@/app/_server/language";
import { Frame } from "@/app/book/_parts/frame";
import { zoneName } from "@/app/book/_parts/in-words";
import { Live } from "@/app/book/_parts/live";
import { type Query, single } from "@/app/book/_parts/tenant";
import { TooOftenPage, waitToLook } from "@/app/book/_parts/too-often";
import { readablePhone } from "@/app/book/_parts/words";
import { chipWords } from "@/app/book/[slug]/times/chip-words";
import { DayStrip } from "@/app/book/[slug]/times/day-strip";
import { StaffChooser } from "@/app/book/[slug]/times/staff-chooser";
import { bookWords } from "@/app/book/[slug]/words";
import { getTicket } from "@/lib/bookings/get-ticket";
import { mayMove } from "@/lib/bookings/rules";
import { isDate } from "@/lib/platform/calendar";
import { now } from "@/lib/platform/clock";
import { formatDay, formatDayTime } from "@/lib/platform/format";
import { isAsked } from "../asked-to-move";
import { ticketWords } from "../words";
import { findMoves } from "./find-moves";
import { MoveForm } from "./move-form";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: ticketWords[await languageHere()].changeTime,
  robots: { index: false, follow: false },
});

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> };

export default async function MovePage({ params, searchParams }: Props) {
  const since = now().getTime();
  const { token } = await params;
  const ticket = await getTicket(token);
  if (!ticket) notFound();
  if (!mayMove(ticket, "customer", now())) redirect(`/b/${token}`);
  const language = await languageHere();
  const [words, book] = [ticketWords[language], bookWords[language]];
  const dayOf = (date: string) => formatDay(`${date}T12:00:00Z`, "UTC", language);
  const { tenant, startsAt } = ticket;
  const wait = await waitToLook();
  if (wait) return <TooOftenPage tenant={tenant} seconds={wait} />;
  const query = await searchParams;
  const [staff, day, from] = ["staff", "day", "from"].map((name) => single(query, name));
  const found = await findMoves(ticket, {
    staff,
    day: isDate(day) ? day : null,
    from: isDate(from) ? from : null,
  });
  const { fortnight, choices, current, shut } = found;
  const { days, day: shown, nextFree } = fortnight;
  const hrefOf = (to: { staff?: string; day?: string; from?: string }) => {
    const wish = { staff: current === found.asBooked ? undefined : current, from, ...to };
    const chosen = Object.entries(wish).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return `/b/${token}/move?${new URLSearchParams(chosen)}`;
  };
  return (
    <Frame tenant={tenant}>
      <div className="grid gap-6 pb-12">
        <div>
          <h1 className="text-xl">{words.changeTime}</h1>
          <p className="mt-1 text-quiet">
            {words.nowAt(formatDayTime(startsAt, tenant.timeZone, language))}{" "}
            {isAsked(ticket, now()) ? words.cannotKeepThat(tenant.name) : words.staysThere}
          </p>
        </div>
        {found.away && nextFree ? <p>{words.away}</p> : null}
        {choices.length > 1 ? (
          <StaffChooser
            label={book.withWhom}
            choices={choices}
            current={current}
            hrefOf={(id) => hrefOf({ staff: id, ...(shown ? { day: shown.date } : {}) })}
          />
        ) : null}
        <DayStrip fortnight={fortnight} shut={shut} hrefOf={hrefOf} />
        <MoveForm
          key={`${current} ${shown?.date}`}
          token={token}
          from={startsAt}
          staff={current === found.asBooked ? "" : current}
          slots={(shown?.slots ?? []).map((slot) => ({ startsAt: slot.startsAt }))}
          timeZone={tenant.timeZone}
          words={{ chips: chipWords(language), moveHere: words.moveHere, moving: words.moving }}
        >
          <div role="status">
            <p className="font-medium">
              {(shown && shut.has(shown.date) ? words.closedOn : words.nothingElse)(shown ? dayOf(shown.date) : "")}
            </p>
            {nextFree ? (
              <Link
                href={hrefOf({ day: nextFree })}
                prefetch={false}
                className="mt-3 inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash"
              >
                {book.goTo(dayOf(nextFree))}
              </Link>
            ) : (
              <p className="mt-1 text-quiet">{words.pleaseCall(readablePhone(tenant.phone))}</p>
            )}
          </div>
        </MoveForm>
        <p className="text-sm text-quiet">{book.timesAreIn(zoneName(tenant.timeZone, now(), language))}</p>
        <Link
          href={`/b/${token}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4"
        >
          {words.leaveIt}
        </Link>
      </div>
      <Live stream={`/api/b/${token}/stream`} since={since} days={[days[0]!.date, days.at(-1)!.date]} />
    </Frame>
  );
}
