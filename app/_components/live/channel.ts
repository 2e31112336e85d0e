import type { LiveEvent } from "./frame";
import type { Position } from "./position";

/** What the tabs of one browser tell each other. All but `hello` come from the tab that holds the stream. */
export type Word =
  | { say: "event"; event: LiveEvent }
  | { say: "reset"; at: Position }
  | { say: "level" }
  | { say: "state"; state: "live" | "waiting"; at: Position }
  | { say: "hello"; from: Position };

export type Channel = { tell(word: Word): void; close(): void };

export function openChannel(name: string, hear: (word: Word) => void): Channel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<Word>) => hear(event.data);
  return { tell: (word) => channel.postMessage(word), close: () => channel.close() };
}

/** For a browser without locks, where each tab holds its own stream and has nobody to talk to. */
export const noChannel: Channel = { tell() {}, close() {} };
