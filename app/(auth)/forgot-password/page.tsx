import type { Metadata } from "next";
import { OutboxHint } from "../outbox-hint";
import { ForgotForm } from "./forgot-form";

export const metadata: Metadata = { title: "Forgot password" };

export default function ForgotPasswordPage() {
  return (
    <main className="grid gap-6">
      <ForgotForm />
      <OutboxHint />
    </main>
  );
}
