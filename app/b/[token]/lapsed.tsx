import { randomUUID } from "node:crypto";
import { languageHere } from "@/app/_server/language";
import { guest } from "@/app/book/_parts/tenant";
import { waitToLook } from "@/app/book/_parts/too-often";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { listSame } from "@/lib/bookings/list-same";
import { hasRunOut } from "@/lib/bookings/rules";
import { termsSeen } from "@/lib/bookings/terms";
import { now } from "@/lib/platform/clock";
import { formatDayTime } from "@/lib/platform/format";
import { takesBookings } from "@/lib/tenancy/rules";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { LapsedForm } from "./lapsed-form";
import { ticketWords } from "./words";

/** It was held until it is paid, was not, and could still be had. */
export const hasLapsed = (ticket: Ticket, at: Date): boolean =>
  ticket.deposit === "due" &&
  (ticket.status === "expired" || hasRunOut(ticket, at)) &&
  Date.parse(ticket.startsAt) > at.getTime();

/** The same once more in one tap, with everything that was typed for it. */
export async function Lapsed({ token, ticket, at }: { token: string; ticket: Ticket; at: Date }) {
  if (!hasLapsed(ticket, at) || (await waitToLook())) return null;
  const { tenant } = ticket;
  const found = takesBookings(tenant, now())
    ? await readTenant(tenant.id, guest, (scope) => listSame(scope, ticket.id))
    : null;
  const language = await languageHere();
  const words = ticketWords[language];
  const slots = found ? (found.own ? [found.own] : found.near) : [];
  if (!found || slots.length === 0) return null;
  return (
    <LapsedForm
      token={token}
      formKey={randomUUID()}
      terms={termsSeen(found.terms)}
      depositMinor={ticket.depositMinor ?? 0}
      isOwn={found.own !== null}
      about={found.own ? words.lapsedOwn : words.lapsedOther}
      times={slots.map(({ startsAt, totalMinor }) => {
        const time = formatDayTime(startsAt, tenant.timeZone, language);
        return { value: `${startsAt} ${totalMinor}`, label: found.own ? words.bookAgainAt(time) : time };
      })}
    />
  );
}
