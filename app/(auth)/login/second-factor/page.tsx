import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentVisitor, waitingVisitor } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { insideOnly } from "../../inside-only";
import { SecondFactorForm } from "./second-factor-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Second factor") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SecondFactorPage({ searchParams }: Props) {
  const to = insideOnly((await searchParams).next);
  const waiting = await waitingVisitor();
  if (!waiting) redirect((await currentVisitor()) ? to : `/login?next=${encodeURIComponent(to)}`);
  return (
    <main className="grid gap-6">
      <SecondFactorForm to={to} name={waiting.user.name} />
    </main>
  );
}
