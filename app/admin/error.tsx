"use client";

import { type ErrorProps, PlainError } from "@/app/_components/errors/plain-error";

/** The other rooms stay a click away. */
export default function AdminError(props: ErrorProps) {
  return <PlainError {...props} />;
}
