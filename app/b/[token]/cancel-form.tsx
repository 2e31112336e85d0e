"use client";

import { EndForm } from "@/app/book/_parts/end-form";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { cancel } from "./actions";

type Props = { token: string; status: Ticket["status"]; house: string; cost: string };

const labels: Partial<Record<Ticket["status"], [summary: string, button: string]>> = {
  requested: ["Withdraw request", "Withdraw it"],
  held: ["Let it go", "Let it go"],
};

/** A way out of a booking, with what it costs now. */
export function CancelForm({ token, status, house, cost }: Props) {
  const [label, deed] = labels[status] ?? ["Cancel booking", "Cancel it"];
  return (
    <EndForm act={cancel} fields={{ token, from: status }} label={label} deed={deed}>
      {house} is told at once, and the time is free for others again. <strong className="font-medium">{cost}</strong> To
      come after all you book a time anew.
    </EndForm>
  );
}
