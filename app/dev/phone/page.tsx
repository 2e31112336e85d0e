import { TriangleAlert } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasDevPages } from "@/app/_server/dev-pages";
import { sayHere } from "@/app/_words/say-here";
import { simulatedPrompts } from "@/lib/payments/simulated-phone";
import { KnownCredentials } from "./known-credentials";
import { PromptList } from "./prompt-list";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await sayHere())("The customer’s phone") });

export default async function PhonePage() {
  // Asked here as well: a page and its layout are made at the same time.
  if (!hasDevPages()) notFound();
  const say = await sayHere();
  return (
    <main className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="grid gap-1">
        <h1 className="text-lg">{say("The customer’s phone")}</h1>
        <p className="max-w-[60ch] text-quiet">
          {say(
            "Whenever a business asks for money by M-Pesa, the prompt appears here. Be the customer: pay, cancel, or do nothing.",
          )}
        </p>
      </div>
      <p className="flex items-center gap-2 rounded-control border border-requested px-3 py-2 font-medium text-requested">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {say("SIMULATED – no money")}
      </p>
      <PromptList first={await simulatedPrompts()} />
      <KnownCredentials />
    </main>
  );
}
