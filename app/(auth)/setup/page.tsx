import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sayHere } from "@/app/_words/say-here";
import { opensSetup } from "@/lib/admin/first-admin";
import { SetupForm } from "./setup-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Set up"), referrer: "strict-origin" };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Opened by the link that the server prints while there is no admin; for anybody else, and afterwards, not there. */
export default async function SetupPage({ searchParams }: Props) {
  const say = await sayHere();
  const { token } = await searchParams;
  if (typeof token !== "string" || !(await opensSetup(token))) notFound();
  return (
    <main className="grid gap-6">
      <div className="grid gap-2">
        <h1 className="text-lg">{say("Set up this installation")}</h1>
        <p className="text-quiet">
          {say("The first login decides which businesses may open here. This page closes for good once it is made.")}
        </p>
      </div>
      <SetupForm token={token} />
    </main>
  );
}
