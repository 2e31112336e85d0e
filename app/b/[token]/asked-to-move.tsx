import Link from "next/link";
import { languageHere } from "@/app/_server/language";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { mayMove } from "@/lib/bookings/rules";
import { ticketWords } from "./words";

/** Whether the house waits for another time; what is over can go nowhere. */
export const isAsked = (ticket: Ticket, at: Date): boolean => ticket.asked !== null && mayMove(ticket, "customer", at);

/** What the house has asked for, before the ticket itself. */
export async function AskedToMove({ token, ticket, at }: { token: string; ticket: Ticket; at: Date }) {
  if (!isAsked(ticket, at)) return null;
  const words = ticketWords[await languageHere()];
  const { asked, tenant, proposals } = ticket;
  return (
    <section
      aria-labelledby="asked-title"
      className="mb-6 grid max-w-[28rem] gap-3 rounded-panel border border-edge bg-surface p-5"
    >
      <h2 id="asked-title" className="font-semibold">
        {words.cannotKeep(tenant.name)}
      </h2>
      {asked?.reason ? <p className="break-words">“{asked.reason}”</p> : null}
      <p className="text-quiet">{proposals.length > 0 ? words.takeOneOrOther : words.chooseOrCancel}</p>
      <Link
        href={`/b/${token}/move`}
        prefetch={false}
        className="inline-flex h-11 items-center justify-center rounded-control bg-accent px-4 font-medium text-on-accent hover:bg-accent-strong"
      >
        {words.chooseOther}
      </Link>
    </section>
  );
}
