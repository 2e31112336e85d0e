"use client";

import { ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useProving } from "@/app/_components/auth/proof";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useSay } from "@/app/_words/use-say";
import { beginTotp, leaveTotp, renewCodes, turnOffTotp } from "../actions";
import { RecoveryCodes } from "./recovery-codes";
import { type Begun, SetUp } from "./set-up";

type Props = { on: boolean; codesLeft: number; begun: Begun | null };

export function SecondFactor({ on, codesLeft, begun: before }: Props) {
  const router = useRouter();
  const [begun, setBegun] = useState(before);
  const [codes, setCodes] = useState<string[] | null>(null);

  const leave = () => {
    setBegun(null);
    leaveTotp({}).catch(() => undefined);
  };

  // Shown once: they come before everything else until the person says that they have them.
  if (codes)
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(null);
          setBegun(null);
          router.refresh();
        }}
      />
    );
  if (on) return <On codesLeft={codesLeft} onCodes={setCodes} />;
  return begun ? (
    <SetUp begun={begun} onOn={({ codes }) => setCodes(codes)} onLeave={leave} />
  ) : (
    <Off onBegun={setBegun} />
  );
}

function Off({ onBegun }: { onBegun(begun: Begun): void }) {
  const say = useSay();
  const { busy, problem, onSubmit } = useSend(useProving(beginTotp), onBegun);
  return (
    <form onSubmit={onSubmit} className="grid justify-items-start gap-4">
      <p>
        {say(
          "It is off. You need an authenticator app, such as Google Authenticator, Microsoft Authenticator or Aegis; it works without a network.",
        )}
      </p>
      <ProblemLine>{problem}</ProblemLine>
      <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
        {busy ? say("One moment") : say("Set it up")}
      </Button>
    </form>
  );
}

function On({ codesLeft, onCodes }: { codesLeft: number; onCodes(codes: string[]): void }) {
  const say = useSay();
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);
  const renew = useSend(useProving(renewCodes), ({ codes }) => onCodes(codes));
  const off = useSend(useProving(turnOffTotp), () => {
    setLeaving(false);
    router.refresh();
  });
  return (
    <>
      <p className="flex items-center gap-2 font-medium">
        <ShieldCheck aria-hidden className="size-5 text-confirmed" />
        {say("It is on.")}
      </p>
      <p className={codesLeft > 2 ? "text-quiet" : "text-danger"}>
        {codesLeft === 0
          ? say("No recovery codes are left. They let you in when the phone is lost.")
          : say("Recovery codes left: {codesLeft} of 10. They let you in when the phone is lost.", { codesLeft })}
      </p>
      <ProblemLine>{renew.problem}</ProblemLine>
      <div className="flex flex-wrap gap-2">
        <form onSubmit={renew.onSubmit}>
          <Button type="submit" className="h-11 px-4" aria-disabled={renew.busy}>
            {say("New recovery codes")}
          </Button>
        </form>
        <Button className="h-11 px-4" onClick={() => setLeaving(true)}>
          {say("Turn off")}
        </Button>
      </div>
      <Dialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={say("Turn the second factor off?")}
        about={say(
          "Signing in will ask for your password only, and your recovery codes stop working. A business that demands it will not open.",
        )}
      >
        <form onSubmit={off.onSubmit} className="grid gap-4">
          <ProblemLine>{off.problem}</ProblemLine>
          <div className="flex justify-end gap-2">
            <Button className="h-11 px-4" onClick={() => setLeaving(false)}>
              {say("Keep it")}
            </Button>
            <Button type="submit" kind="primary" className="h-11 px-4" aria-disabled={off.busy}>
              {say("Turn off")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
