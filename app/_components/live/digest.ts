import type { LiveEvent } from "./frame";
import { isNews, type News } from "./news";

const settledMs = 1_000;
/** Within this time three news are told one by one; what comes on top waits for its end and is told together. */
const burstMs = 1_000;
const mostPerBurst = 3;

/** Collects news while nobody can take it in (a replay, a hidden tab, a burst) and tells it in one go. */
export class Digest {
  #waiting: LiveEvent[] = [];
  #catchingUp = true;
  /** Something waited because nobody saw: that is what "away" means. */
  #away = false;
  #told = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #burst: ReturnType<typeof setTimeout> | undefined;
  #tell: (news: News) => void;
  #watched: () => boolean;
  #summarised: (missed: readonly LiveEvent[], away: boolean) => News[];

  constructor(
    tell: (news: News) => void,
    watched: () => boolean,
    summarised: (missed: readonly LiveEvent[], away: boolean) => News[],
  ) {
    this.#tell = tell;
    this.#watched = watched;
    this.#summarised = summarised;
  }

  add(event: LiveEvent): void {
    if (!isNews(event)) return;
    this.#waiting.push(event);
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
    if (this.#waiting.length === 0) return;
    if (this.#catchingUp || !this.#watched()) {
      this.#away = true;
      return;
    }
    if (this.#told >= mostPerBurst) return;
    const news = this.#summarised(this.#waiting, this.#away);
    this.#waiting = [];
    this.#away = false;
    this.#told += news.length;
    this.#burst ??= setTimeout(() => {
      this.#burst = undefined;
      this.#told = 0;
      this.flush();
    }, burstMs);
    for (const one of news) this.#tell(one);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#burst);
  }
}
