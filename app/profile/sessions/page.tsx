import type { Metadata } from "next";
import { Section } from "@/app/_components/section";
import { listDevices } from "@/app/_server/devices";
import { requireVisitor } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { now } from "@/lib/platform/clock";
import { SessionList } from "./session-list";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Devices") };
}

export default async function SessionsPage() {
  const say = await sayHere();
  const visitor = await requireVisitor("/profile/sessions");
  return (
    <main className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <h1 className="sr-only">{say("Devices")}</h1>
      <Section
        title={say("Where you are signed in")}
        about={say("What you do not know is perhaps not you: end it, and change your password.")}
      >
        <SessionList devices={await listDevices(visitor)} now={now().toISOString()} />
      </Section>
    </main>
  );
}
