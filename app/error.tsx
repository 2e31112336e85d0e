"use client";

import { PlainPage, plainButton } from "./_components/plain-page";

export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <PlainPage
      title="Something went wrong"
      why={`It is our fault, not yours.${error.digest ? ` If it happens again, give us this number: ${error.digest}.` : ""}`}
    >
      <button type="button" onClick={reset} className={plainButton}>
        Try again
      </button>
    </PlainPage>
  );
}
