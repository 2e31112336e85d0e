import { expect, test } from "vitest";
import { showFirst } from "./show-first";

type Day = { open: boolean };
const key = "holidays";

/** What is shown, and what has been asked for anew. */
function shown(first?: Day) {
  const cache = new Map<string, unknown>(first ? [[key, first]] : []);
  const asked: string[] = [];
  const write = <D>(at: string, data: D | undefined | ((now?: D) => D | undefined), how: { revalidate: boolean }) => {
    const now = cache.get(at) as D | undefined;
    cache.set(at, data instanceof Function ? data(now) : data);
    if (how.revalidate) asked.push(at);
  };
  return { cache, asked, write };
}

test("what is wished for is shown before anybody was asked", () => {
  const { cache, asked, write } = shown({ open: false });
  showFirst<Day>(write, key, (now) => ({ ...now, open: true }));
  expect(cache.get(key)).toEqual({ open: true });
  expect(asked).toEqual([]);
});

test("what is refused is shown as it was, and then as the server knows it", () => {
  const { cache, asked, write } = shown({ open: false });
  const back = showFirst<Day>(write, key, (now) => ({ ...now, open: true }));
  back();
  expect(cache.get(key)).toEqual({ open: false });
  expect(asked).toEqual([key]);
});

test("what has not been loaded yet is not made up", () => {
  const { cache, write } = shown();
  const back = showFirst<Day>(write, key, (now) => ({ ...now, open: true }));
  expect(cache.get(key)).toBeUndefined();
  back();
  expect(cache.get(key)).toBeUndefined();
});
