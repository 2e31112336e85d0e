import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { currentVisitor } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { useSay } from "@/app/_words/use-say";
import { getInvitation, type Invitation } from "@/lib/members/get-invitation";
import { roleAbout, roleWords } from "@/lib/members/rules";
import { JoinButton } from "./join-button";
import { JoinForm } from "./join-form";

/** The address is the key: no search engine should have it. */
export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Invitation"), robots: { index: false, follow: false } };
}

type Props = { params: Promise<{ token: string }> };

export default async function InvitePage({ params }: Props) {
  const say = await sayHere();
  const { token } = await params;
  const [invitation, visitor] = await Promise.all([getInvitation(token), currentVisitor()]);
  if (!invitation) return <Over />;
  const { business, hasLogin, destination, tenantId } = invitation;
  const toLogin = `/login?next=/invite/${token}`;
  const works = visitor?.memberships.some((one) => one.tenantId === tenantId);
  return (
    <main className="grid gap-6">
      <Asked invitation={invitation} />
      {works ? (
        <div className="grid gap-3">
          <p>{say("You already work here.")}</p>
          <Way to={`/dashboard/${tenantId}`}>{say("Open {business}", { business })}</Way>
        </div>
      ) : visitor ? (
        <JoinButton token={token} name={visitor.user.name} as={visitor.user.email ?? visitor.user.phone ?? ""} />
      ) : hasLogin ? (
        <div className="grid gap-3">
          <p className="break-words">
            {say.rich("There is a login with <who>{destination}</who>. Sign in, then you can join.", {
              destination,
              who: (chunks) => <strong className="font-medium">{chunks}</strong>,
            })}
          </p>
          <Way to={toLogin}>{say("Sign in to join")}</Way>
        </div>
      ) : (
        <JoinForm token={token} destination={destination} toLogin={toLogin} />
      )}
    </main>
  );
}

function Asked({ invitation: { business, invitedBy, role } }: { invitation: Invitation }) {
  const say = useSay();
  return (
    <div className="grid gap-2">
      <h1 className="text-lg text-balance break-words">{say("Join {business}", { business })}</h1>
      <p className="text-pretty">
        {say.rich("{invitedBy} invites you to work here as <strong>{role}</strong>.", {
          invitedBy,
          role: say.known(roleWords[role]).toLowerCase(),
          strong: (chunks) => <strong className="font-medium">{chunks}</strong>,
        })}
      </p>
      <p className="text-quiet">
        {say("What you may do: {rights}.", { rights: say.known(roleAbout[role]).toLowerCase() })}
      </p>
    </div>
  );
}

/** Made up, used, withdrawn, replaced or too old: a stranger learns no more than that. */
function Over() {
  const say = useSay();
  return (
    <main className="grid gap-4">
      <h1 className="text-lg">{say("This invitation cannot be used")}</h1>
      <p className="text-pretty">
        {say(
          "It may have been used already, been withdrawn or replaced by a newer one, or be older than seven days. Ask whoever invited you to send it again.",
        )}
      </p>
      <Way to="/login">{say("Sign in")}</Way>
    </main>
  );
}

function Way({ to, children }: { to: string; children: React.ReactNode }) {
  return (
    <Button asChild kind="primary" size="large" className="min-w-0">
      <Link href={to}>
        <span className="truncate">{children}</span>
      </Link>
    </Button>
  );
}
