import type { LiveEvent } from "./frame";
import { isNews, type News, summarise } from "./news";

const settledMs = 1_000;

/** Collects news while nobody can take it in (a replay, a hidden tab) and tells it in one go. */
export class Digest {
  #missed: LiveEvent[] = [];
  #catchingUp = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tell: (news: News) => void;
  #watched: () => boolean;

  constructor(tell: (news: News) => void, watched: () => boolean) {
    this.#tell = tell;
    this.#watched = watched;
  }

  add(event: LiveEvent): void {
    if (!isNews(event)) return;
    this.#missed.push(event);
    this.flush();
    if (!this.#catchingUp) return;
    // `level` ends a replay; should it never come, a second of quiet does.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.level(), settledMs);
  }

  /** The connection broke: what comes next is a replay. */
  behind(): void {
    this.#catchingUp = true;
  }

  level(): void {
    clearTimeout(this.#timer);
    this.#catchingUp = false;
    this.flush();
  }

  flush(): void {
    if (this.#catchingUp || !this.#watched()) return;
    for (const news of summarise(this.#missed)) this.#tell(news);
    this.#missed = [];
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
