import type { CSSProperties } from "react";
import { contrast, grey, type Oklab, parseHex, writeCss } from "@/lib/platform/colour";

/** A business's own colour in place of the accent, bent only as far as it must be to stay visible in light and dark. */

/** The canvases of app/globals.css. */
const canvas = { light: grey(0.985), dark: grey(0.16) };
const textOn = { white: grey(1), black: grey(0.18) };
const edges = { light: { from: 0.3, to: 0.9 }, dark: { from: 0.5, to: 0.85 } };

/**
 * What lies around it, for a picture of the page in the other of both schemes: what the stylesheet says of `:root` is
 * settled there, for everything below.
 */
export const paperStyle = {
  "--canvas": pair(canvas.light, canvas.dark),
  "--ink": pair(grey(0.22), grey(0.95)),
  "--quiet": pair(grey(0.48), grey(0.68)),
  "--line": pair(grey(0.91), grey(0.28)),
} as CSSProperties;

function pair(light: Oklab, dark: Oklab): string {
  return `light-dark(${writeCss(light)}, ${writeCss(dark)})`;
}

export function brandStyle(colour: string): CSSProperties {
  const own = parseHex(colour);
  if (!own) return {};
  const light = visible(own, "light");
  const dark = visible(own, "dark");
  const onLight = contrastText(light);
  const onDark = contrastText(dark);
  // On hover the colour moves away from the text that stands on it.
  const strong = (from: Oklab, text: Oklab) =>
    writeCss({ ...from, l: from.l + (text === textOn.white ? -0.06 : 0.06) });
  return {
    "--accent": pair(light, dark),
    "--accent-strong": `light-dark(${strong(light, onLight)}, ${strong(dark, onDark)})`,
    "--on-accent": pair(onLight, onDark),
  } as CSSProperties;
}

/** Lightness moves until the colour is told from the canvas (3:1) and carries text (4.5:1); hue and strength stay. */
function visible(colour: Oklab, mode: "light" | "dark"): Oklab {
  const { from, to } = edges[mode];
  const step = mode === "light" ? -0.01 : 0.01;
  let moved = { ...colour, l: Math.min(Math.max(colour.l, from), to) };
  while (contrast(moved, canvas[mode]) < 3.1 || contrast(moved, contrastText(moved)) < 4.6)
    moved = { ...moved, l: moved.l + step };
  return moved;
}

const contrastText = (on: Oklab): Oklab =>
  contrast(on, textOn.white) >= contrast(on, textOn.black) ? textOn.white : textOn.black;
