import Link from "next/link";
import type { ReactNode } from "react";
import { useSay } from "@/app/_words/use-say";
import { showsOutbox } from "../_server/dev-pages";

const linkTo = (href: string) => (chunks: ReactNode) => (
  <Link href={href} target="_blank" className="underline underline-offset-2">
    {chunks}
  </Link>
);

/** In a demo nothing is sent and nothing is paid: says where it can be seen. */
export function OutboxHint() {
  const say = useSay();
  if (!showsOutbox()) return null;
  return (
    <p className="border-t pt-6 text-quiet">
      {say.rich(
        "This is a demo: messages are kept in <outbox>the outbox</outbox>, and M-Pesa rings <phone>the customer's phone</phone>.",
        { outbox: linkTo("/dev/outbox"), phone: linkTo("/dev/phone") },
      )}
    </p>
  );
}
