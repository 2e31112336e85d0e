import type { ReactNode } from "react";
import { sayHere } from "@/app/_words/say-here";
import { useSay } from "@/app/_words/use-say";
import { now } from "@/lib/platform/clock";
import { formatDayTime } from "@/lib/platform/format";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import type { Membership } from "@/lib/tenancy/doors/memberships";
import { ApplyAgainForm } from "./apply-again-form";

/** A business that its people cannot enter now: why, and what they can do. */
export async function ClosedBusiness({ membership }: { membership: Membership }) {
  const say = await sayHere();
  const { name, slug, role, status, statusReason, closesAt } = membership;
  if (isOver(membership))
    return (
      <Told title={say("{name} is being deleted", { name })} reason="">
        <p className="text-quiet">
          {say("It was closed, and its time is over. Everything in it is deleted for good. Your login stays yours.")}
        </p>
      </Told>
    );
  const closing = closesAt ? <BeingClosed slug={slug} closesAt={closesAt} /> : null;
  if (status === "rejected" && role === "owner") {
    const tenant = await findTenant(slug);
    return (
      <Told title={say("{name} was not accepted", { name })} reason={statusReason}>
        <p className="text-quiet">
          {closesAt
            ? say("Put right what is in the way and apply again.")
            : say("Put right what is in the way and apply again. Nothing that you set up is lost.")}
        </p>
        {closing}
        <ApplyAgainForm
          tenantId={membership.tenantId}
          known={{ businessName: name, city: tenant?.city ?? "", phone: tenant?.phone ?? "" }}
        />
      </Told>
    );
  }
  if (status === "rejected") {
    return (
      <Told title={say("{name} was not accepted", { name })} reason={statusReason}>
        <p className="text-quiet">{say("Its owner can apply again.")}</p>
        {closing}
      </Told>
    );
  }
  return (
    <Told title={say("{name} is suspended", { name })} reason={statusReason}>
      <p className="text-quiet">
        {closesAt
          ? say("It takes no bookings and its dashboard is closed for now.")
          : say("It takes no bookings and its dashboard is closed for now. Nothing is deleted.")}{" "}
        {role === "owner"
          ? say("Answer the message we sent you to talk to us about it.")
          : say("Ask its owner: they have a message from us.")}
      </p>
      {closing}
    </Told>
  );
}

/** It is closed by its owner, too: that goes on, whatever else is in the way. */
async function BeingClosed({ slug, closesAt }: { slug: string; closesAt: Date }) {
  const say = await sayHere();
  const tenant = await findTenant(slug);
  const until = formatDayTime(closesAt.toISOString(), tenant?.timeZone ?? "Africa/Nairobi", say.language);
  return (
    <p className="font-medium">
      {say("It is being closed as well: everything in it is deleted for good on {until}.", { until })}
    </p>
  );
}

/** Its time is over, and it goes piece by piece. */
export const isOver = ({ closesAt }: Membership): boolean => closesAt !== null && closesAt <= now();

function Told({ title, reason, children }: { title: string; reason: string; children: ReactNode }) {
  const say = useSay();
  return (
    <section className="grid gap-4">
      <h1 className="text-lg break-words">{title}</h1>
      {reason ? (
        <div className="grid gap-1 border-l-2 border-edge pl-4">
          <p className="text-quiet">{say("The reason")}</p>
          <p className="break-words whitespace-pre-line">{reason}</p>
        </div>
      ) : null}
      {children}
    </section>
  );
}
