import Link from "next/link";
import { formatDay } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { timesHref } from "../../_parts/links";
import { readablePhone } from "../../_parts/words";
import type { Times } from "./find-times";

/** The day or the person has nothing: where there is something, or whom to call. */
export function NoTimes({ tenant, times }: { tenant: PublicTenant; times: Times }) {
  const { service, person, fortnight, shut } = times;
  const add = times.addonIds.join(",");
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
            ? `Nothing free ${where}${person ? ` with ${person.name}` : ""}`
            : `Closed ${where}${closed ? ` (${closed})` : ""}`
          : `${person?.name} is fully booked`}
      </p>
      <p className="mt-1 text-quiet">
        {fortnight.nextFree
          ? `The next free day is ${words(fortnight.nextFree)}.`
          : `You can look at everyone's times, or call ${readablePhone(tenant.phone)}.`}
      </p>
      <p className="mt-4 flex flex-wrap gap-2">
        {fortnight.nextFree ? (
          <Link
            href={timesHref(tenant.slug, { service: service.id, add, staff: person?.id, day: fortnight.nextFree })}
            prefetch={false}
            className={link}
          >
            Go to {words(fortnight.nextFree)}
          </Link>
        ) : null}
        {person ? (
          <Link
            href={timesHref(tenant.slug, { service: service.id, add, day: fortnight.day?.date })}
            prefetch={false}
            className={link}
          >
            Anyone's times
          </Link>
        ) : null}
      </p>
    </div>
  );
}
