import Link from "next/link";
import type { ReactNode } from "react";
import { useSay } from "@/app/_words/use-say";
import type { Sums } from "@/lib/payroll/rules";
import { formatMoney } from "@/lib/platform/format";
import { sumsWords } from "./pay-words";

type Person = Sums & { staffId: string; name: string };
type Props<P extends Person> = {
  people: readonly P[];
  currency: string;
  hrefOf(person: P): string;
  /** What else is to be said of one, under the amount. */
  more(person: P): ReactNode;
};

/** What each is due, each opening down to its lines. */
export function PeopleList<P extends Person>({ people, currency, hrefOf, more }: Props<P>) {
  const say = useSay();
  return (
    <ul aria-label={say("People")} className="divide-y border-y">
      {people.map((person) => (
        <li key={person.staffId}>
          <Link
            href={hrefOf(person)}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 py-(--row) transition-colors hover:bg-wash"
          >
            <span className="min-w-0 break-words font-medium">{person.name}</span>
            <span className="text-right font-medium tabular-nums">{formatMoney(person.payMinor, currency)}</span>
            <span className="min-w-0 text-quiet tabular-nums">{sumsWords(say, person, currency)}</span>
            <span className="text-right text-quiet tabular-nums">{more(person)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
