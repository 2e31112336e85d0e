"use client";

import useSWR from "swr";
import { useShell } from "@/app/_components/shell/shell-context";
import { Dialog } from "@/app/_components/ui/dialog";
import type { QueuedTicket } from "@/lib/waitlist/list-queue";
import { showTicket } from "./actions";
import { TicketCode } from "./ticket-code";

/** The ticket once more, for a phone that has lost it. */
export function TicketDialog({ ticket, onClose }: { ticket: QueuedTicket | null; onClose(): void }) {
  const { tenant } = useShell();
  const { data } = useSWR(ticket ? `ticket ${ticket.id}` : null, () =>
    ticket ? showTicket(tenant.id, { id: ticket.id }) : null,
  );
  return (
    <Dialog
      open={ticket !== null}
      onClose={onClose}
      title={ticket ? `Number ${ticket.number}` : "Ticket"}
      about="Their phone reads it from this screen and follows the queue from anywhere."
    >
      {data?.ok ? <TicketCode {...data.value} /> : <p className="text-quiet">{data ? data.problem : "One moment"}</p>}
    </Dialog>
  );
}
