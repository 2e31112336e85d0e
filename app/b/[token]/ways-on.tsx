import Link from "next/link";
import { languageHere } from "@/app/_server/language";
import { ticketWords } from "./words";

const look = "inline-flex h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink";

/** What else a ticket is good for: the calendar, and the same once more. */
export async function WaysOn({ token, over, asked }: { token: string; over: boolean; asked: boolean }) {
  const words = ticketWords[await languageHere()];
  return (
    <div className="mt-4 flex flex-wrap gap-x-6">
      {/* A file, not a page: the browser hands it to the calendar. What cannot be kept does not go there. */}
      {asked ? null : (
        <a href={`/b/${token}/calendar.ics`} className={look}>
          {over ? words.outOfCalendar : words.toCalendar}
        </a>
      )}
      <Link href={`/b/${token}/again`} prefetch={false} className={look}>
        {words.sameAgain}
      </Link>
    </div>
  );
}
