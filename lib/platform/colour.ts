/** Colours in OKLab, where lightness can be moved without changing the hue. */
export type Oklab = { l: number; a: number; b: number };
type Rgb = [number, number, number];

/** A grey of this lightness. */
export function grey(l: number): Oklab {
  return { l, a: 0, b: 0 };
}

/** `#rrggbb`, or null for anything else. */
export function parseHex(colour: string): Oklab | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as Rgb;
  const [l, m, s] = [
    0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
    0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
    0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
  ].map(Math.cbrt) as Rgb;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

function toLinearRgb({ l, a, b }: Oklab): Rgb {
  const [x, y, z] = [
    l + 0.3963377774 * a + 0.2158037573 * b,
    l - 0.1055613458 * a - 0.0638541728 * b,
    l - 0.0894841775 * a - 1.291485548 * b,
  ].map((root) => root ** 3) as Rgb;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ].map((channel) => Math.min(Math.max(channel, 0), 1)) as Rgb;
}

/** `#rrggbb`; what a screen cannot show is brought to what it can. */
export const writeHex = (colour: Oklab): string =>
  `#${toLinearRgb(colour)
    .map((channel) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055))
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

function luminance(colour: Oklab): number {
  const [r, g, b] = toLinearRgb(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** As WCAG reckons it. */
export function contrast(one: Oklab, other: Oklab): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

export const writeCss = ({ l, a, b }: Oklab) => `oklab(${l.toFixed(3)} ${a.toFixed(4)} ${b.toFixed(4)})`;
