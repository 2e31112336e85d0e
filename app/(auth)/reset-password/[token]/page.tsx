import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { sayHere } from "@/app/_words/say-here";
import { getResetLink } from "@/lib/auth/reset-password";
import { ResetForm } from "./reset-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("New password"), referrer: "strict-origin", robots: { index: false } };
}

/** Looking uses nothing up: mail programs open links before people do. */
export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const say = await sayHere();
  const { token } = await params;
  const user = await getResetLink(token);
  if (!user)
    return (
      <main className="grid gap-6">
        <div className="grid gap-2">
          <h1 className="text-lg">{say("This link no longer works")}</h1>
          <p className="text-quiet">
            {say("It was used already, a newer one was sent, or it is older than 30 minutes.")}
          </p>
        </div>
        <Button asChild kind="primary" size="large">
          <Link href="/forgot-password">{say("Ask for a new one")}</Link>
        </Button>
      </main>
    );
  return (
    <main className="grid gap-6">
      <ResetForm token={token} login={user.email ?? user.phone ?? ""} />
    </main>
  );
}
