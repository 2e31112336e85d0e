import type { ReactNode } from "react";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { useSay } from "@/app/_words/use-say";
import { SettingsRooms } from "./settings-rooms";

type Props = { position: string; fallback: Record<string, unknown>; action?: ReactNode; children: ReactNode };

/** A part of the settings with what it shows at first. */
export function SettingsFrame({ position, fallback, action, children }: Props) {
  const say = useSay();
  return (
    <SWRConfig value={{ fallback }}>
      <RenderedAt position={position} />
      <PageHeader title={say("Settings")} action={action} />
      <PageBody className="pb-12">
        <SettingsRooms>{children}</SettingsRooms>
      </PageBody>
    </SWRConfig>
  );
}
