import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { demoLogins } from "@/app/_server/demo-logins";
import { currentVisitor, waitingVisitor } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { insideOnly } from "../inside-only";
import { LoginForm } from "./login-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Sign in") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LoginPage({ searchParams }: Props) {
  const say = await sayHere();
  const { next, callbackUrl, error, csrf } = await searchParams;
  const to = insideOnly(next ?? callbackUrl);
  if (await currentVisitor()) redirect(to);
  if (await waitingVisitor()) redirect(`/login/second-factor?next=${encodeURIComponent(to)}`);
  return (
    <main className="grid gap-6">
      <h1 className="text-lg">{say("Sign in to your business")}</h1>
      <LoginForm to={to} failed={error !== undefined || csrf !== undefined} demoLogins={demoLogins()} />
      <p className="text-quiet">
        {say.rich("No business here yet? <link>Register one</link>", {
          link: (chunks) => (
            <Link href="/register" className="text-ink underline underline-offset-4">
              {chunks}
            </Link>
          ),
        })}
      </p>
    </main>
  );
}
