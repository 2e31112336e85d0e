import Link from "next/link";

const look = "inline-flex h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink";

/** What else a ticket is good for: the calendar, and the same once more. */
export function WaysOn({ token, over, asked }: { token: string; over: boolean; asked: boolean }) {
  return (
    <div className="mt-4 flex flex-wrap gap-x-6">
      {/* A file, not a page: the browser hands it to the calendar. What cannot be kept does not go there. */}
      {asked ? null : (
        <a href={`/b/${token}/calendar.ics`} className={look}>
          {over ? "Take it out of your calendar" : "Add to calendar"}
        </a>
      )}
      <Link href={`/b/${token}/again`} prefetch={false} className={look}>
        Book the same again
      </Link>
    </div>
  );
}
