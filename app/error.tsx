"use client";

import { type ErrorProps, PlainError } from "./_components/errors/plain-error";

/** Whatever fails with no page closer by that says so. */
export default function RootError(props: ErrorProps) {
  return <PlainError {...props} />;
}
