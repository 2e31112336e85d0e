import "server-only";
import { deviceOf } from "@/lib/auth/device";
import { listSessions } from "@/lib/auth/sessions";
import type { Visitor } from "./visitor";

export type Device = {
  id: string;
  device: string;
  address: string;
  createdAt: string;
  lastSeenAt: string;
  isThis: boolean;
};

/** The visitor's own sign-ins in words, this one first. */
export async function listDevices({ user, sessionId }: Visitor): Promise<Device[]> {
  const sessions = await listSessions(user.id);
  const devices = sessions.map(({ userAgent, ...session }) => ({
    ...session,
    device: deviceOf(userAgent),
    isThis: session.id === sessionId,
  }));
  return devices.sort((a, b) => Number(b.isThis) - Number(a.isThis));
}
