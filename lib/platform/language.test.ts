import { expect, test } from "vitest";
import { askedLanguage } from "./language";

test.each([
  ["sw-KE,sw;q=0.9,en;q=0.8", "sw"],
  ["en-GB,en;q=0.9,sw;q=0.4", "en"],
  ["fr-FR, sw;q=0.3", "sw"],
  ["en;q=0, sw;q=0.1", "sw"],
  ["de-DE,de", null],
  ["", null],
])("a browser that asks for %s", (header, language) => {
  expect(askedLanguage(header)).toBe(language);
});
