import type { ReactNode } from "react";

/** What is known of something: a list of terms, each with its value beside it. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-2">{children}</dl>
);

export const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className="text-quiet">{term}</dt>
    <dd className="min-w-0 break-words tabular-nums">{children}</dd>
  </>
);
