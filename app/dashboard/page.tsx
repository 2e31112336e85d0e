import { Store } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentVisitor } from "@/app/_server/visitor";
import { SignOutButton } from "../_components/auth/sign-out-button";
import { EmptyState } from "../_components/ui/empty-state";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage() {
  const visitor = await currentVisitor();
  if (!visitor) redirect("/login");
  const first = visitor.memberships.find(({ status }) => status === "active" || status === "pending");
  if (first) redirect(`/dashboard/${first.tenantId}`);
  return (
    <main className="mx-auto max-w-160 px-4 py-16">
      <h1 className="text-lg">No business yet</h1>
      <EmptyState
        icon={Store}
        title={`${visitor.user.email} does not work at a business here`}
        why="When an owner adds you to their business, it opens here. If you expected one, ask them to check the address they invited."
        action={<SignOutButton />}
      />
    </main>
  );
}
