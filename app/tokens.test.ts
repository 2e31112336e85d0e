import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Colour = [red: number, green: number, blue: number];

/** OKLCH to linear sRGB. */
function linear(lightness: number, chroma: number, hue: number): Colour {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const luminance = ([red, green, blue]: Colour) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");
const token = /--([\w-]+): light-dark\(oklch\(([\d.]+)% ([\d.]+) ([\d.]+)[^)]*\), oklch\(([\d.]+)% ([\d.]+) ([\d.]+)/g;
const tokens = new Map(
  [...css.matchAll(token)].map(([, name, ...parts]) => {
    const [l1, c1, h1, l2, c2, h2] = parts.map(Number) as [number, number, number, number, number, number];
    return [name, { light: linear(l1 / 100, c1, h1), dark: linear(l2 / 100, c2, h2) }];
  }),
);

const grounds = ["canvas", "surface", "wash"];
const states = ["confirmed", "requested", "arrived", "in-service", "completed", "no-show", "cancelled", "held"];
const pairs = [
  ...["ink", "quiet", "danger", ...states].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["canvas", "ink"],
  ["ink", "changed"],
] as const;

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const ratio = (one: string, other: string) => {
    const [a, b] = [tokens.get(one), tokens.get(other)];
    if (!a || !b) throw new Error(`globals.css has no --${a ? other : one}`);
    return contrast(a[theme], b[theme]);
  };

  test.each(pairs)("%s can be read on %s", (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ["accent", "surface"],
    ["accent", "canvas"],
    ["edge", "surface"],
    ["edge", "canvas"],
  ])("the outline %s is seen on %s", (line, ground) => {
    expect(ratio(line, ground)).toBeGreaterThanOrEqual(3);
  });
});
