"use client";

import { type FormEvent, startTransition } from "react";

/**
 * Sent by hand, React leaves the fields as they are, the password included; without a script the browser sends it itself.
 * What is on its way already is not sent twice.
 */
export const sendByHand =
  (send: (form: FormData) => void, busy = false) =>
  (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const given = new FormData(event.currentTarget);
    // Older browsers leave out of it which button was pressed.
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter instanceof HTMLButtonElement && submitter.name) given.set(submitter.name, submitter.value);
    startTransition(() => send(given));
  };
