export type StatusName = "connecting" | "live" | "reconnecting" | "offline";

/** A break shorter than this is nobody's concern: servers end streams on purpose now and then. */
const calmMs = 2_500;
const longMs = 30_000;

/** What the dot says: calm about hiccups, honest about long breaks. */
export class Status {
  #say: (name: StatusName) => void;
  #said: StatusName = "connecting";
  #live = false;
  #online = true;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(say: (name: StatusName) => void) {
    this.#say = say;
    this.#wait();
  }

  get live(): boolean {
    return this.#live;
  }

  stream(state: "live" | "waiting"): void {
    const wasLive = this.#live;
    this.#live = state === "live";
    if (this.#live) {
      this.#clear();
      this.#online = true;
      this.#change("live");
    } else if (wasLive) this.#wait();
  }

  network(online: boolean): void {
    this.#online = online;
    if (!online) this.#change("offline");
    else if (!this.#live) this.#change("reconnecting");
    else this.#change("live");
  }

  stop(): void {
    this.#clear();
  }

  #wait(): void {
    this.#clear();
    this.#timers = [
      setTimeout(() => this.#online && this.#change("reconnecting"), calmMs),
      setTimeout(() => this.#change("offline"), longMs),
    ];
  }

  #clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #change(name: StatusName): void {
    if (name === this.#said) return;
    this.#said = name;
    this.#say(name);
  }
}
