"use client";

import { type ErrorProps, PlainError } from "./_components/errors/plain-error";
import { errorWords } from "./_components/errors/words";
import "./globals.css";

/** The last resort, when not even the root layout could be made: nobody knows in which language. */
export default function GlobalError(props: ErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>{errorWords.en.wrong}</title>
        <PlainError {...props} />
      </body>
    </html>
  );
}
