import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast, grey, type Oklab, parseHex, writeHex } from "@/lib/platform/colour";
import { adviceOn } from "./advice";
import { brandStyle } from "./brand";

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

/** One side of a `light-dark(oklab(…), oklab(…))` value. */
function side(value: string | undefined, mode: "light" | "dark"): Oklab {
  const [l = 0, a = 0, b = 0] = [...(value ?? "").matchAll(/oklab\(([\d.]+) (-?[\d.]+) (-?[\d.]+)\)/g)]
    [mode === "light" ? 0 : 1]!.slice(1)
    .map(Number);
  return { l, a, b };
}

const canvas = { light: grey(0.985), dark: grey(0.16) };
const colours = [
  "#8a3a62",
  "#1f5f8b",
  "#facc15",
  "#ffffff",
  "#000000",
  "#0f766e",
  "#ff0000",
  "#00ff00",
  "#0000ff",
  "#7f7f7f",
];

test.each(colours)("%s is seen on the canvas and carries readable text, light and dark", (colour) => {
  expectReadable(colour);
});

test("and so does every other colour", () => {
  fc.assert(fc.property(anyColour, expectReadable), { numRuns: 2_000 });
});

function expectReadable(colour: string) {
  const style = brandStyle(colour) as Record<string, string>;
  for (const mode of ["light", "dark"] as const) {
    const [accent, strong, text] = ["--accent", "--accent-strong", "--on-accent"].map((name) =>
      side(style[name], mode),
    );
    expect(contrast(accent!, canvas[mode])).toBeGreaterThanOrEqual(3);
    expect(contrast(accent!, text!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(strong!, text!)).toBeGreaterThanOrEqual(4.5);
  }
}

test("a pale colour is told so, with the nearest shade that reads well", () => {
  expect(adviceOn("#facc15")).toMatchObject({ text: "black", onWhite: expect.closeTo(1.53, 1) });
  expect(adviceOn("#0f766e")).toMatchObject({ text: "white", better: null });
  expect(adviceOn("yellow")).toBeNull();
  fc.assert(
    fc.property(anyColour, (colour) => {
      const { onWhite, textRatio, better } = adviceOn(colour)!;
      expect(textRatio).toBeGreaterThanOrEqual(4.3);
      expect(better === null).toBe(onWhite >= 4.5);
      if (better) expect(adviceOn(better)).toMatchObject({ better: null });
    }),
    { numRuns: 2_000 },
  );
});

test("a colour that is written again is itself", () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      expect(writeHex(parseHex(colour)!)).toBe(colour);
    }),
  );
});

test("a colour that needs no bending stays itself", () => {
  expect((brandStyle("#8a3a62") as Record<string, string>)["--accent"]).toMatch(/^light-dark\(oklab\(0\.4[56]/);
});

test.each(["", "red", "#fff", "url(x)", "#12345g"])("%j leaves the house colour", (colour) => {
  expect(brandStyle(colour)).toEqual({});
});
