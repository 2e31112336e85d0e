import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasDevPages } from "@/app/_server/dev-pages";
import { sayHere } from "@/app/_words/say-here";
import { listOutbox } from "@/lib/admin/list-outbox";
import { OutboxList } from "./outbox-list";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await sayHere())("Outbox") });

export default async function OutboxPage() {
  // Asked here as well: a page and its layout are made at the same time.
  if (!hasDevPages()) notFound();
  const say = await sayHere();
  return (
    <main className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="grid gap-1">
        <h1 className="text-lg">{say("Outbox")}</h1>
        <p className="max-w-[60ch] text-quiet">
          {say("Every e-mail and SMS that would have left the house, newest first. Nothing here reaches anybody.")}
        </p>
      </div>
      <OutboxList first={await listOutbox()} />
    </main>
  );
}
