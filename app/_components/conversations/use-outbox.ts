"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Outbox, type Outcome, type Waiting } from "./outbox";

type Wish = { address: string; whose: string; onSent(): void };

async function post(address: string, message: object): Promise<Outcome> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  });
  if (response.ok) return "sent";
  if (response.status === 401) return "signed_out";
  return response.status === 429 || response.status >= 500 ? "later" : "refused";
}

/** The outbox of one conversation on this device; `whose` keeps another person's out of it. */
export function useOutbox({ address, whose, onSent }: Wish) {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const sent = useEffectEvent(onSent);
  useEffect(() => {
    const made = new Outbox(
      window.localStorage,
      `clientpulse:outbox:${whose}`,
      async (message) => {
        const outcome = await post(address, message);
        if (outcome === "sent") sent();
        return outcome;
      },
      setWaiting,
    );
    setOutbox(made);
    setWaiting(made.all);
    const flush = () => void made.flush();
    flush();
    addEventListener("online", flush);
    return () => {
      removeEventListener("online", flush);
      made.close();
    };
  }, [address, whose]);
  return {
    waiting,
    signedOut: outbox?.signedOut === true && waiting.length > 0,
    write: (words: string) => outbox?.add(words, crypto.randomUUID(), new Date().toISOString()),
    again: (id: string) => outbox?.again(id),
    drop: (id: string) => outbox?.drop(id),
  };
}
