import { languageHere } from "@/app/_server/language";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { mayPropose } from "@/lib/bookings/rules";
import { formatDayTime, formatTime } from "@/lib/platform/format";
import { isAsked } from "./asked-to-move";
import { ProposalsForm } from "./proposals-form";
import { ticketWords } from "./words";

/** Other times that the house proposes, before the ticket itself: they wait for an answer. */
export async function Proposals({ token, ticket, at }: { token: string; ticket: Ticket; at: Date }) {
  const { proposals, tenant, status, lines } = ticket;
  const [first] = proposals;
  if (!first || !mayPropose(ticket, at)) return null;
  const language = await languageHere();
  const words = ticketWords[language];
  const lengthMs = Date.parse(ticket.endsAt) - Date.parse(ticket.startsAt);
  const endOf = (start: string) => formatTime(new Date(Date.parse(start) + lengthMs).toISOString(), tenant.timeZone);
  // Of a visit by several people the house says who once it is taken.
  const who = (name: string) =>
    new Set(lines.map(({ staffName }) => staffName)).size > 1 ? "" : ` ${words.with(name)}`;
  return (
    <ProposalsForm
      token={token}
      title={words.proposes(tenant.name, proposals.length)}
      none={words.noneOf(proposals.length)}
      about={[
        words.keptShort(formatDayTime(first.expiresAt, tenant.timeZone, language)),
        ...(status === "confirmed" && !isAsked(ticket, at) ? [words.stays] : []),
      ].join(" ")}
      times={proposals.map(({ id, startsAt, staffName }) => ({
        id,
        words: words.take(
          `${formatDayTime(startsAt, tenant.timeZone, language)} – ${endOf(startsAt)}${who(staffName)}`,
        ),
      }))}
    />
  );
}
