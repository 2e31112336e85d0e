import type { EventName } from "@/lib/events/rules";
import { type Position, readPosition } from "./position";

/** One event as it came over the wire. A name this build does not know is kept: its place in the log still counts. */
export type LiveEvent = {
  at: Position;
  id: string;
  name: EventName | "hidden" | (string & {});
  title: string;
  message: string;
  entity: string;
  entityId: string;
  by: string | null;
  /** Whose work it is about. */
  staffIds: readonly string[];
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Null when the frame is not one of ours: nothing can be said about it, and the next frame shows the gap. */
export function readFrame(id: string, name: string, data: string): LiveEvent | null {
  const at = readPosition(id);
  if (!at) return null;
  try {
    const body = JSON.parse(data) as Record<string, unknown>;
    return {
      at,
      id,
      name: text(body.name) || name,
      title: text(body.title),
      message: text(body.message),
      entity: text(body.entity),
      entityId: text(body.entityId),
      by: typeof body.by === "string" ? body.by : null,
      staffIds: Array.isArray(body.staffIds) ? body.staffIds.map(text) : [],
    };
  } catch {
    return null;
  }
}
