import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { giveProof } from "@/app/_server/give-proof";
import { requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { headOf, writePosition } from "@/lib/tenancy/head";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { ProofProvider } from "../_components/auth/proof";
import { SignOutButton } from "../_components/auth/sign-out-button";
import { LiveDot } from "../_components/live/live-dot";
import { LiveProvider } from "../_components/live/live-provider";
import { ThemeToggle } from "../_components/shell/theme-toggle";
import { appType } from "../_components/ui/app-type";
import { cn } from "../_components/ui/cn";
import { Toaster } from "../_components/ui/toaster";
import { TooltipProvider } from "../_components/ui/tooltip";
import { WordsHere } from "../_words/words-here";
import { AdminNav } from "./admin-nav";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  const name = say("Administration");
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false } };
}

const platform = "ClientPulse";

/** The platform's own rooms: not there for anybody but its admins. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const say = await sayHere();
  const { user, sessionId, memberships } = await requireAdmin("tenants.decide");
  const head = await readTenant(platformTenantId, { kind: "admin", userId: user.id }, headOf);
  return (
    <WordsHere>
      <LiveProvider
        platform
        tenantId={platformTenantId}
        userId={user.id}
        sessionId={sessionId}
        position={writePosition(head)}
      >
        <TooltipProvider delayDuration={300}>
          <div className={cn(appType, "min-h-dvh bg-surface")}>
            <header className="sticky top-0 z-20 flex min-h-14 flex-wrap items-center gap-x-4 border-b bg-surface px-4 py-1.5 md:px-6 xl:px-8">
              <Link href="/admin/tenants" className="rounded-control py-2 text-md font-semibold">
                {platform} <span className="font-normal text-quiet max-sm:sr-only">{say("Administration")}</span>
              </Link>
              <AdminNav withDashboard={memberships.length > 0} />
              <div className="ml-auto flex items-center gap-2">
                <LiveDot />
                <span className="hidden md:contents">
                  <ThemeToggle />
                </span>
                <span className="hidden max-w-48 truncate text-quiet lg:block">{user.name}</span>
                <SignOutButton />
              </div>
            </header>
            <ProofProvider hasSecondFactor={user.hasSecondFactor} prove={giveProof}>
              {children}
            </ProofProvider>
          </div>
          <Toaster />
        </TooltipProvider>
      </LiveProvider>
    </WordsHere>
  );
}
