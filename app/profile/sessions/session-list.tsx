"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { SavedLine } from "@/app/_components/forms/saved-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Button } from "@/app/_components/ui/button";
import type { Device } from "@/app/_server/devices";
import { useSay } from "@/app/_words/use-say";
import { formatAgo } from "@/lib/platform/format";
import { endOtherSessions, endSession } from "../actions";

export function SessionList({ devices, now }: { devices: Device[]; now: string }) {
  const say = useSay();
  const router = useRouter();
  const [told, setTold] = useState("");
  const gone = (words: string) => {
    setTold(words);
    router.refresh();
  };
  const all = useSend(endOtherSessions, ({ ended }) =>
    gone(say("{ended, plural, one {One device is} other {{ended} devices are}} signed out.", { ended })),
  );
  return (
    <>
      <ul className="border-y">
        {devices.map((device) => (
          <li key={device.id} className="border-t py-3 first:border-t-0">
            <Row
              device={device}
              now={now}
              onEnded={() => gone(say("{device} is signed out.", { device: device.device }))}
            />
          </li>
        ))}
      </ul>
      <SavedLine>{told}</SavedLine>
      {devices.length > 1 ? (
        <form onSubmit={all.onSubmit} className="grid justify-items-end gap-3">
          <ProblemLine>{all.problem}</ProblemLine>
          <Button type="submit" className="h-11 px-4" aria-disabled={all.busy}>
            {say("Sign out everywhere else")}
          </Button>
        </form>
      ) : null}
    </>
  );
}

function Row({ device, now, onEnded }: { device: Device; now: string; onEnded(): void }) {
  const say = useSay();
  const { id, device: name, address, createdAt, lastSeenAt, isThis } = device;
  const since = say("signed in {when}", { when: formatAgo(createdAt, now, say.language) });
  const { busy, problem, onSubmit } = useSend(() => endSession({ id }), onEnded);
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="grid min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 font-medium">
          {name}
          {isThis ? (
            <span className="rounded-control bg-wash px-1.5 text-xs leading-5 font-semibold text-quiet">
              {say("This device")}
            </span>
          ) : null}
        </span>
        {/* What looks alike is told apart by when it came. */}
        <span className="text-quiet">
          {isThis
            ? say("In use now, {since}", { since })
            : say("Last used {seen}, {since}", { seen: formatAgo(lastSeenAt, now, say.language), since })}
          {address
            ? say.rich(", from <where>{address}</where>", {
                address,
                where: (chunks) => <span className="inline-block max-w-full break-all">{chunks}</span>,
              })
            : null}
        </span>
      </div>
      {isThis ? null : (
        <Button
          type="submit"
          className="h-11 px-4"
          aria-disabled={busy}
          aria-label={say("Sign out {name}, {since}", { name, since })}
        >
          {say("Sign out")}
        </Button>
      )}
      <ProblemLine>{problem}</ProblemLine>
    </form>
  );
}
