import { languageHere } from "@/app/_server/language";
import { formatDay } from "@/lib/platform/format";
import type { PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { timesHref, waitlistHref } from "../../_parts/links";
import { publicWords } from "../../_parts/public-words";
import { SoftLink } from "../../_parts/soft-link";
import { readablePhone } from "../../_parts/words";
import { bookWords } from "../words";
import type { Times } from "./find-times";

/** The day or the person has nothing: where there is something, or whom to call. */
export async function NoTimes({ tenant, times }: { tenant: PublicTenant; times: Times }) {
  const language = await languageHere();
  const said = bookWords[language];
  const { fortnight, shut } = times;
  const lines = times.lines.map(({ chosen }) => chosen);
  const people = [...new Set(times.lines.flatMap(({ person }) => person?.name ?? []))];
  const who = people.join(` ${publicWords[language].and} `);
  const words = (date: string) => formatDay(`${date}T12:00:00Z`, "UTC", language);
  const where = fortnight.day ? said.onDay(words(fortnight.day.date)) : said.inFortnight;
  const closed = fortnight.day ? shut.get(fortnight.day.date) : undefined;
  const link =
    "inline-flex h-11 items-center rounded-control border border-edge bg-surface px-4 font-medium hover:bg-wash";
  return (
    <div role="status">
      <p className="font-medium">
        {fortnight.nextFree
          ? closed === undefined
            ? said.nothingFreeThere(where, who)
            : said.closedThere(where, closed)
          : said.peopleFull(who, people.length > 1)}
      </p>
      <p className="mt-1 text-quiet">
        {fortnight.nextFree ? said.nextFree(words(fortnight.nextFree)) : said.lookOrCall(readablePhone(tenant.phone))}
      </p>
      <p className="mt-4 flex flex-wrap gap-2">
        {fortnight.nextFree ? (
          <SoftLink href={timesHref(tenant.slug, { lines, day: fortnight.nextFree })} className={link}>
            {said.goTo(words(fortnight.nextFree))}
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
            {said.anyonesTimes}
          </SoftLink>
        ) : null}
        {lines.length === 1 ? (
          <SoftLink href={waitlistHref(tenant.slug, lines[0]!, fortnight.day?.date)} className={link}>
            {said.joinWaitlist}
          </SoftLink>
        ) : null}
      </p>
    </div>
  );
}
