"use client";

import { type ErrorProps, PlainError } from "@/app/_components/errors/plain-error";

/** Within the frame of the business, whose name stays on top. */
export default function BookError(props: ErrorProps) {
  return <PlainError {...props} />;
}
