import { formatDay } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { timesHref, waitlistHref } from "../../_parts/links";
import { SoftLink } from "../../_parts/soft-link";
import { readablePhone } from "../../_parts/words";
import type { Times } from "./find-times";

/** The day or the person has nothing: where there is something, or whom to call. */
export function NoTimes({ tenant, times }: { tenant: PublicTenant; times: Times }) {
  const { fortnight, shut } = times;
  const lines = times.lines.map(({ chosen }) => chosen);
  const people = [...new Set(times.lines.flatMap(({ person }) => person?.name ?? []))];
  const who = people.join(" and ");
  const words = (date: string) => formatDay(`${date}T12:00:00Z`, "UTC");
  const where = fortnight.day ? `on ${words(fortnight.day.date)}` : "in these two weeks";
  const closed = fortnight.day ? shut.get(fortnight.day.date) : undefined;
  const link =
    "inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash";
  return (
    <div role="status">
      <p className="font-medium">
        {fortnight.nextFree
          ? closed === undefined
            ? `Nothing free ${where}${who ? ` with ${who}` : ""}`
            : `Closed ${where}${closed ? ` (${closed})` : ""}`
          : `${who} ${people.length > 1 ? "are" : "is"} fully booked`}
      </p>
      <p className="mt-1 text-quiet">
        {fortnight.nextFree
          ? `The next free day is ${words(fortnight.nextFree)}.`
          : `You can look at everyone's times, or call ${readablePhone(tenant.phone)}.`}
      </p>
      <p className="mt-4 flex flex-wrap gap-2">
        {fortnight.nextFree ? (
          <SoftLink href={timesHref(tenant.slug, { lines, day: fortnight.nextFree })} className={link}>
            Go to {words(fortnight.nextFree)}
          </SoftLink>
        ) : null}
        {who ? (
          <SoftLink
            href={timesHref(tenant.slug, {
              lines: lines.map((line) => ({ ...line, staff: undefined })),
              day: fortnight.day?.date,
            })}
            className={link}
          >
            Anyone's times
          </SoftLink>
        ) : null}
        {lines.length === 1 ? (
          <SoftLink href={waitlistHref(tenant.slug, lines[0]!, fortnight.day?.date)} className={link}>
            Join the waitlist
          </SoftLink>
        ) : null}
      </p>
    </div>
  );
}
