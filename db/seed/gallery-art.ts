import { type Dice, dice } from "./stable";

/** The work of a salon as a still life: a ground, and strands, nails or stones upon it. Vectors alone, drawn when they are seeded. */
type Drawing = { ground: string; ink: string; light: string };
type Size = { width: number; height: number };

const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const path = (d: string, stroke: string, width: number, opacity = 1) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-opacity="${opacity}"/>`;

/** Three strands that cross one another, all the way down. */
function braid(x: number, { height }: Size, { ink, light }: Drawing, wide: number): string {
  const step = wide * 1.5;
  return many(Math.ceil(height / step) + 2, (n) => {
    const y = (n - 1) * step;
    const side = n % 2 ? 1 : -1;
    const link = `M ${x - side * wide * 0.55} ${y} q ${side * wide * 1.2} ${step * 0.35} ${side * wide * 0.5} ${step * 1.25}`;
    return path(link, ink, wide * 0.95) + path(link, light, wide * 0.22, 0.75) + path(link, ink, wide * 0.06, 0.5);
  }).join("");
}

const braids = (count: number, wide: number) => (size: Size, drawing: Drawing) =>
  many(count, (at) => braid(((at + 0.5) * size.width) / count, size, drawing, wide)).join("");

/** Hair that falls in waves, with a gleam. */
const waves = (size: Size, { ink, light }: Drawing, throws: Dice) =>
  many(150, () => {
    const x = size.width * (0.08 + 0.84 * throws.roll());
    const sway = 30 + 50 * throws.roll();
    const d = `M ${x} -20 C ${x + sway} ${size.height * 0.3}, ${x - sway} ${size.height * 0.6}, ${x + sway * 0.7} ${size.height + 20}`;
    return path(d, throws.chance(0.22) ? light : ink, 5 + 7 * throws.roll(), 0.85);
  }).join("");

/** Coils, each of its own size. */
const coils = (size: Size, { ink, light }: Drawing, throws: Dice) =>
  many(460, () => {
    const [x, y, r] = [size.width * throws.roll(), size.height * throws.roll(), 26 + 22 * throws.roll()];
    const turn = many(3, (n) => `a ${r - n * 7} ${r - n * 7} 0 1 1 ${n % 2 ? -1 : 1} ${(r - n * 7) * 1.2}`).join(" ");
    return path(`M ${x} ${y} ${turn}`, throws.chance(0.2) ? light : ink, 11, 0.92);
  }).join("");

/** Rows along the head. */
const rows = (size: Size, { ink, light }: Drawing) =>
  many(11, (at) => {
    const x = (at + 0.5) * (size.width / 11);
    const lean = (at - 5) * 34;
    const d = `M ${x} ${size.height + 20} Q ${x + lean * 0.2} ${size.height * 0.45} ${size.width / 2 + lean * 0.7} -20`;
    return `${path(d, ink, 44)}<path d="${d}" fill="none" stroke="${light}" stroke-width="26" stroke-dasharray="9 17" stroke-opacity=".7"/>`;
  }).join("");

/** A hand's nails. */
const nails = (size: Size, { ink, light }: Drawing) =>
  many(5, (at) => {
    const wide = Math.min(size.width, size.height) / 8.5;
    const x = size.width / 2 + (at - 2) * wide * 1.45 - wide / 2;
    const y = size.height * (0.32 + 0.07 * Math.abs(at - 2));
    const tip = `<rect x="${x}" y="${y}" width="${wide}" height="${wide * 2.1}" rx="${wide / 2}" fill="${ink}"/>`;
    const gleam = `<rect x="${x + wide * 0.22}" y="${y + wide * 0.4}" width="${wide * 0.14}" height="${wide}" rx="${wide * 0.07}" fill="#fff" fill-opacity=".65"/>`;
    const dots = many(
      at % 2 ? 5 : 0,
      (n) => `<circle cx="${x + wide / 2}" cy="${y + wide * (0.5 + n * 0.32)}" r="${wide * 0.07}" fill="${light}"/>`,
    );
    return tip + gleam + dots.join("");
  }).join("");

/** Warm stones on a towel. */
const stones = (size: Size, { ink, light }: Drawing) =>
  many(5, (at) => {
    const wide = size.width * (0.34 - at * 0.045);
    const y = size.height * (0.8 - at * 0.125);
    const x = size.width / 2 + (at % 2 ? 14 : -10);
    return `<ellipse cx="${x}" cy="${y}" rx="${wide}" ry="${wide * 0.33}" fill="${ink}"/><ellipse cx="${x - wide * 0.2}" cy="${y - wide * 0.12}" rx="${wide * 0.5}" ry="${wide * 0.1}" fill="${light}" fill-opacity=".5"/>`;
  }).join("");

export const subjects = {
  boxBraids: braids(7, 62),
  knotless: braids(12, 36),
  waves,
  coils,
  rows,
  nails,
  stones,
};

/** A picture as a salon would show it, in a light that comes from one side. */
export function galleryArt(name: string, subject: keyof typeof subjects, size: Size, drawing: Drawing): Buffer {
  const { width, height } = size;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="l" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".35"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".28"/></linearGradient></defs>
<rect width="100%" height="100%" fill="${drawing.ground}"/>${subjects[subject](size, drawing, dice(name))}<rect width="100%" height="100%" fill="url(#l)"/></svg>`);
}

/** The sign of the house: its first letter under an arch. */
export const logoArt = (colour: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
<rect width="256" height="256" rx="56" fill="${colour}"/>
<path d="M68 196 V128 a60 60 0 0 1 120 0 V196" fill="none" stroke="#fff" stroke-width="18" stroke-linecap="round"/>
<path d="M68 158 H188" stroke="#fff" stroke-width="18"/>
<circle cx="128" cy="104" r="13" fill="#fff"/></svg>`);
