import Link from "next/link";
import { useSay } from "@/app/_words/use-say";
import { showsOutbox } from "../_server/dev-pages";

/** In a demo nothing is sent and nothing is paid: says where it can be seen. */
export function OutboxHint() {
  const say = useSay();
  if (!showsOutbox()) return null;
  return (
    <p className="border-t pt-6 text-quiet">
      This is a demo: messages are kept in{" "}
      <Link href="/dev/outbox" target="_blank" className="underline underline-offset-2">
        {say("the outbox")}
      </Link>
      , and M-Pesa rings{" "}
      <Link href="/dev/phone" target="_blank" className="underline underline-offset-2">
        {say("the customer's phone")}
      </Link>
      .
    </p>
  );
}
