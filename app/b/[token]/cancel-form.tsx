"use client";

import { EndForm } from "@/app/book/_parts/end-form";
import type { Ticket } from "@/lib/bookings/get-ticket";
import { cancel } from "./actions";

export type CancelWords = Record<"label" | "deed" | "busy" | "about" | "cost" | "anew", string>;

type Props = { token: string; status: Ticket["status"]; words: CancelWords };

/** A way out of a booking, with what it costs now. */
export function CancelForm({ token, status, words: { label, deed, busy, about, cost, anew } }: Props) {
  return (
    <EndForm act={cancel} fields={{ token, from: status }} label={label} deed={deed} busy={busy}>
      {about} <strong className="font-medium">{cost}</strong> {anew}
    </EndForm>
  );
}
