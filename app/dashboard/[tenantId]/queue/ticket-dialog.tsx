"use client";

import useSWR from "swr";
import { useShell } from "@/app/_components/shell/shell-context";
import { Dialog } from "@/app/_components/ui/dialog";
import { useSay } from "@/app/_words/use-say";
import type { QueuedTicket } from "@/lib/waitlist/list-queue";
import { showTicket } from "./actions";
import { TicketCode } from "./ticket-code";

/** The ticket once more, for a phone that has lost it. */
export function TicketDialog({ ticket, onClose }: { ticket: QueuedTicket | null; onClose(): void }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR(ticket ? ["ticket", ticket.id] : null, () =>
    ticket ? showTicket(tenant.id, { id: ticket.id }) : null,
  );
  return (
    <Dialog
      open={ticket !== null}
      onClose={onClose}
      title={ticket ? say("Number {number}", { number: ticket.number }) : say("Ticket")}
      about={say("Their phone reads it from this screen and follows the queue from anywhere.")}
    >
      {data?.ok ? (
        <TicketCode {...data.value} />
      ) : (
        <p className="text-quiet">{data ? say.known(data.problem) : say("One moment")}</p>
      )}
    </Dialog>
  );
}
