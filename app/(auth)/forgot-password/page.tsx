import type { Metadata } from "next";
import { waitingCode } from "@/app/_server/waiting-code";
import { sayHere } from "@/app/_words/say-here";
import { OutboxHint } from "../outbox-hint";
import { ForgotForm } from "./forgot-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Forgot password") };
}

export default async function ForgotPasswordPage() {
  return (
    <main className="grid gap-6">
      <ForgotForm waiting={await waitingCode("reset", "")} />
      <OutboxHint />
    </main>
  );
}
