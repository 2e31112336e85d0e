"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { SavedLine } from "@/app/_components/forms/saved-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import type { Device } from "@/app/_server/devices";
import { formatAgo } from "@/lib/platform/format";
import { endOtherSessions, endSession } from "../actions";

export function SessionList({ devices, now }: { devices: Device[]; now: string }) {
  const router = useRouter();
  const [told, setTold] = useState("");
  const gone = (words: string) => {
    setTold(words);
    router.refresh();
  };
  const all = useSend(endOtherSessions, ({ ended }) =>
    gone(ended === 1 ? "One device is signed out." : `${ended} devices are signed out.`),
  );
  return (
    <>
      <ul className="border-y">
        {devices.map((device) => (
          <li key={device.id} className="border-t py-3 first:border-t-0">
            <Row device={device} now={now} onEnded={() => gone(`${device.device} is signed out.`)} />
          </li>
        ))}
      </ul>
      <SavedLine>{told}</SavedLine>
      {devices.length > 1 ? (
        <form onSubmit={all.onSubmit} className="grid justify-items-end gap-3">
          <ProblemLine>{all.problem}</ProblemLine>
          <Button type="submit" className="h-11 px-4" aria-disabled={all.busy}>
            Sign out everywhere else
          </Button>
        </form>
      ) : null}
    </>
  );
}

function Row({ device, now, onEnded }: { device: Device; now: string; onEnded(): void }) {
  const { id, device: name, address, lastSeenAt, isThis } = device;
  const { busy, problem, onSubmit } = useSend(() => endSession({ id }), onEnded);
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="grid min-w-0">
        <span className="font-medium">{name}</span>
        <span className="break-all text-quiet">
          {isThis ? "This device" : `Last used ${formatAgo(lastSeenAt, now)}`}
          {address ? `, from ${address}` : ""}
        </span>
      </div>
      {isThis ? null : (
        <Button type="submit" className="h-11 px-4" aria-disabled={busy} aria-label={`Sign out ${name}`}>
          Sign out
        </Button>
      )}
      <ProblemLine>{problem}</ProblemLine>
    </form>
  );
}
