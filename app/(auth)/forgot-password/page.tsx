import type { Metadata } from "next";
import { waitingCode } from "@/app/_server/waiting-code";
import { sayHere } from "@/app/_words/say-here";
import { OutboxHint } from "../outbox-hint";
import { ForgotForm } from "./forgot-form";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await sayHere())("Forgot password") });

export default async function ForgotPasswordPage() {
  return (
    <main className="grid gap-6">
      <ForgotForm waiting={await waitingCode("reset", "")} />
      <OutboxHint />
    </main>
  );
}
