import { expect, test } from "vitest";
import { brandStyle } from "./brand";
import { contrast, grey, type Oklab } from "./colour";

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
  const style = brandStyle(colour) as Record<string, string>;
  for (const mode of ["light", "dark"] as const) {
    const [accent, strong, text] = ["--accent", "--accent-strong", "--on-accent"].map((name) =>
      side(style[name], mode),
    );
    expect(contrast(accent!, canvas[mode])).toBeGreaterThanOrEqual(3);
    expect(contrast(accent!, text!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(strong!, text!)).toBeGreaterThanOrEqual(4.5);
  }
});

test("a colour that needs no bending stays itself", () => {
  expect((brandStyle("#8a3a62") as Record<string, string>)["--accent"]).toMatch(/^light-dark\(oklab\(0\.4[56]/);
});

test.each(["", "red", "#fff", "url(x)", "#12345g"])("%j leaves the house colour", (colour) => {
  expect(brandStyle(colour)).toEqual({});
});
