import { createElement, type ReactNode } from "react";
import { prerender } from "react-dom/static";
import { expect, test } from "vitest";
import { useSay } from "./use-say";
import { WordsIn } from "./words-in";

const Speaker = (): ReactNode => useSay()("Save");

async function shown(language: "en" | "sw"): Promise<string> {
  const { prelude } = await prerender(createElement(() => WordsIn({ language, children: createElement(Speaker) })));
  return new Response(prelude).text();
}

test("each reader gets the page in their language at once, nothing in its place", async () => {
  expect(await shown("en")).toBe("Save");
  expect(await shown("sw")).toBe("Hifadhi");
});
