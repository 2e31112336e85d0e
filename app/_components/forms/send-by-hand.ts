"use client";

import { type FormEvent, startTransition } from "react";

/** Sent by hand, React leaves the fields as they are, the password included; without a script the browser sends it itself. */
export const sendByHand = (send: (form: FormData) => void) => (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault();
  const given = new FormData(event.currentTarget);
  startTransition(() => send(given));
};
