"use client";

import { Gift, MessagesSquare, ShieldCheck, UsersRound } from "lucide-react";
import Link from "next/link";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { PanelButton } from "../../members/panel-button";
import { customerPage, customersAddress } from "../customer-keys";

/** What can be done with them beyond their booking: writing, giving, and what they allow. */
export function WaysSection({ file }: { file: CustomerFile }) {
  const say = useSay();
  const { tenant } = useShell();
  const { id, points, conversationId, twin, archivedAt } = file;
  const may = (permission: (typeof tenant.may)[number]) => tenant.may.includes(permission);
  if (!may("conversations.keep") && !may("rewards.see") && !may("customers.consent")) return null;
  const here = archivedAt === null;
  const gives = here && may("rewards.manage");
  return (
    <section aria-label={say("With them")} className="grid gap-3">
      {points === null ? null : (
        <p>
          {say.rich("<codes>{points, plural, one {{points} point} other {{points} points}}</codes> to turn in.", {
            points,
            codes: (chunks) => (
              <Link
                href={`/dashboard/${tenant.id}/rewards/codes?customer=${id}`}
                className="font-medium tabular-nums underline decoration-edge underline-offset-4"
              >
                {chunks}
              </Link>
            ),
          })}
        </p>
      )}
      {twin ? (
        <p className="flex flex-wrap items-center gap-x-2">
          <UsersRound aria-hidden className="size-4 text-quiet" />
          {say("{name} may be the same customer.", { name: twin.name })}
          <Link
            href={customersAddress(tenant.id, `/duplicates?keep=${id}&with=${twin.id}`)}
            className="font-medium underline decoration-edge underline-offset-4"
          >
            {say("Merge")}
          </Link>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {may("conversations.keep") && conversationId ? (
          <Button asChild>
            <Link href={`/dashboard/${tenant.id}/conversations/${conversationId}`}>
              <MessagesSquare aria-hidden />
              {say("Write")}
            </Link>
          </Button>
        ) : null}
        {may("conversations.keep") && !conversationId && here ? (
          <PanelButton to="?with=words" kind="plain">
            <MessagesSquare aria-hidden />
            {say("Write")}
          </PanelButton>
        ) : null}
        {gives ? (
          <>
            <PanelButton to="?with=points" kind="plain">
              <Gift aria-hidden />
              {say("Give points")}
            </PanelButton>
            <PanelButton to="?with=code" kind="plain">
              <Gift aria-hidden />
              {say("Give a code")}
            </PanelButton>
          </>
        ) : null}
        {may("customers.consent") ? (
          <Button asChild>
            <Link href={`${customerPage(tenant.id, id)}/privacy`}>
              <ShieldCheck aria-hidden />
              {say("Privacy")}
            </Link>
          </Button>
        ) : null}
      </div>
    </section>
  );
}
