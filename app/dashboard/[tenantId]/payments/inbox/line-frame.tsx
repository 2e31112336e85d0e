import type { ReactNode } from "react";

type Props = { amount: string; title: ReactNode; about: ReactNode; children: ReactNode };

/** One thing that needs a person: how much, what is the matter, and the ways out of it. */
export const LineFrame = ({ amount, title, about, children }: Props) => (
  <li className="grid gap-3 px-4 py-4 md:px-6 xl:pl-8">
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
      <span className="font-semibold tabular-nums">{amount}</span>
      <span className="min-w-0 font-medium break-words">{title}</span>
    </div>
    <div className="max-w-[72ch] text-quiet">{about}</div>
    {children}
  </li>
);
