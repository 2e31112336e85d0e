"use client";

import { CodeField } from "@/app/_components/forms/code-field";
import { CopyButton } from "@/app/_components/forms/copy-button";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { QrCode } from "@/app/_components/qr-code";
import { Button } from "@/app/_components/ui/button";
import type { QrPicture } from "@/app/_server/qr-picture";
import { useSay } from "@/app/_words/use-say";
import { confirmTotp } from "../actions";

export type Begun = { secret: string; address: string; picture: QrPicture };

type Props = {
  begun: Begun;
  onOn(value: { codes: string[] }): void;
  onLeave(): void;
};

/** The picture for a camera, the letters for whoever is on the phone that has the app. */
export function SetUp({ begun: { secret, address, picture }, onOn, onLeave }: Props) {
  const say = useSay();
  const { busy, problem, onSubmit, errorOf } = useSend(confirmTotp, onOn);
  return (
    <form onSubmit={onSubmit} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p>{say("Scan this with your authenticator app.")}</p>
      <QrCode
        picture={picture}
        label={say("QR code for your authenticator app")}
        className="size-48 rounded-control border"
      />
      <p>
        <a href={address} className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4">
          {say("The app is on this phone: open it there")}
        </a>
      </p>
      <div className="grid justify-items-start gap-2">
        <p className="text-quiet">{say("Or type this into the app, as a time-based key:")}</p>
        <code className="font-mono break-all">{secret.match(/.{1,4}/g)?.join(" ")}</code>
        <CopyButton text={secret} label={say("Copy key")} />
      </div>
      <CodeField
        label={say("Code from the app")}
        help={say("Six digits; they change every 30 seconds.")}
        error={errorOf("code", say("Code"))}
      />
      <ProblemLine>{problem}</ProblemLine>
      <div className="flex justify-end gap-2">
        <Button className="h-11 px-4" onClick={onLeave}>
          {say("Cancel")}
        </Button>
        <Button type="submit" kind="primary" className="h-11 px-4" aria-disabled={busy}>
          {busy ? say("Checking") : say("Turn on")}
        </Button>
      </div>
    </form>
  );
}
