import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { sayHere } from "@/app/_words/say-here";
import { getRegistration } from "@/lib/tenancy/confirm-registration";
import { OutboxHint } from "../../outbox-hint";
import { quietLink } from "../../quiet-link";
import { ConfirmForm } from "./confirm-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Confirm your address"), referrer: "strict-origin", robots: { index: false } };
}

/** The last step of registering; a reload finds it again. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const say = await sayHere();
  const { token } = await params;
  const waiting = await getRegistration(token);
  if (!waiting)
    return (
      <main className="grid gap-6">
        <div className="grid gap-2">
          <h1 className="text-lg">{say("This registration is over")}</h1>
          <p className="text-quiet">{say("It was confirmed already, or an hour has passed since.")}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <Button asChild kind="primary" size="large">
            <Link href="/login">{say("Sign in")}</Link>
          </Button>
          <Button asChild size="large">
            <Link href="/register">{say("Start again")}</Link>
          </Button>
        </div>
      </main>
    );
  return (
    <main className="grid gap-6">
      <div className="grid gap-2">
        <h1 className="text-lg">{say("Look into your mail")}</h1>
        <p className="break-words text-quiet">
          {say.rich(
            "We wrote to <who>{email}</who>. Type the six digits from it to open {business}. If you already have a login with this address, the letter says how to go on. Look among the spam, too.",
            {
              email: waiting.email,
              business: waiting.business,
              who: (chunks) => <strong className="font-medium text-ink">{chunks}</strong>,
            },
          )}
        </p>
      </div>
      <ConfirmForm token={token} />
      <Link href="/register" className={quietLink}>
        {say("Another address? Start again")}
      </Link>
      <OutboxHint />
    </main>
  );
}
