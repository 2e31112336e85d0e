import { Store } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { requireVisitor } from "@/app/_server/visitor";
import type { Say } from "@/app/_words/say";
import { sayHere } from "@/app/_words/say-here";
import { useSay } from "@/app/_words/use-say";
import type { Membership } from "@/lib/tenancy/doors/memberships";
import { isAtWork } from "@/lib/tenancy/rules";
import { SignOutButton } from "../_components/auth/sign-out-button";
import { Button } from "../_components/ui/button";
import { EmptyState } from "../_components/ui/empty-state";
import { ClosedBusiness, isOver } from "./closed-business";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Dashboard") };
}

type Props = { searchParams: Promise<{ business?: string | string[]; to?: string | string[] }> };

/** What the installed app offers beside its icon; see public/dashboard.webmanifest. */
const shortcuts = new Map([
  ["calendar", "/calendar"],
  ["new-booking", "/bookings?add=booking"],
]);

/** Leads to where one works; with nothing open to enter it says why. */
export default async function DashboardPage({ searchParams }: Props) {
  const say = await sayHere();
  const visitor = await requireVisitor("/dashboard");
  const { business, to } = await searchParams;
  const place = shortcuts.get(String(to)) ?? "";
  const asked = visitor.memberships.find(({ tenantId }) => tenantId === business);
  const first = visitor.memberships.find(isAtWork);
  if (asked && isAtWork(asked)) redirect(`/dashboard/${asked.tenantId}${place}`);
  if (!asked && first) redirect(`/dashboard/${first.tenantId}${place}`);
  const { memberships, user } = visitor;
  if (memberships.length === 0 && user.platformAdmin) redirect("/admin");
  const only = memberships.length === 1 ? memberships[0] : undefined;
  const shown = asked ?? only;
  return (
    <main className="mx-auto grid max-w-160 gap-8 px-4 py-16">
      {shown ? (
        <ClosedBusiness membership={shown} />
      ) : memberships.length > 0 ? (
        <ClosedList memberships={memberships} />
      ) : (
        <NoBusiness who={user.email ?? user.phone ?? user.name} />
      )}
      <div className="flex flex-wrap gap-2 border-t pt-6">
        {first ? (
          <Button asChild>
            <Link href={`/dashboard/${first.tenantId}`}>{say("Go to {name}", { name: first.name })}</Link>
          </Button>
        ) : null}
        {user.platformAdmin ? (
          <Button asChild>
            <Link href="/admin">{say("Administration")}</Link>
          </Button>
        ) : null}
        <SignOutButton />
      </div>
    </main>
  );
}

function ClosedList({ memberships }: { memberships: Membership[] }) {
  const say = useSay();
  return (
    <div className="grid gap-4">
      <h1 className="text-lg">{say("None of your businesses is open")}</h1>
      <ul className="grid gap-2">
        {memberships.map((membership) => (
          <li key={membership.tenantId}>
            <Link href={`/dashboard?business=${membership.tenantId}`} className="underline underline-offset-4">
              {membership.name}
            </Link>{" "}
            <span className="text-quiet">{closedWords(say, membership)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function closedWords(say: Say, membership: Membership): string {
  if (isOver(membership)) return say("is being deleted");
  return membership.status === "rejected" ? say("was not accepted") : say("is suspended");
}

function NoBusiness({ who }: { who: string }) {
  const say = useSay();
  return (
    <div>
      <h1 className="text-lg">{say("No business yet")}</h1>
      <EmptyState
        icon={Store}
        title={say("{who} does not work at a business here", { who })}
        why={say(
          "When an owner adds you to their business, it opens here. If you expected one, ask them to check the address they invited.",
        )}
        action={
          <Button asChild>
            <Link href="/register">{say("Register a business")}</Link>
          </Button>
        }
      />
    </div>
  );
}
