import { drawn, inside, type Rgb, rgb } from "./png";

type Drawing = { ground: string; ink: string; light: string };

/** Strands that cross one another, as braids do. */
const braids = (x: number, y: number): number => {
  const column = (x * 4) % 1;
  const sway = 0.22 * Math.sin(y * 22 + (Math.floor(x * 4) % 2) * Math.PI);
  const strand = Math.abs(column - 0.5 - sway) < 0.17;
  return strand ? (Math.sin(y * 44) > 0.55 ? 2 : 1) : 0;
};

/** Long hair that has been pressed: bands with a gleam. */
const sleek = (x: number, y: number): number => {
  const edge = 0.18 + 0.1 * Math.sin(y * 3.2);
  if (x < edge || x > 0.92 - 0.12 * y) return 0;
  return Math.abs(y - 0.42 - 0.12 * Math.sin(x * 5)) < 0.07 || Math.sin(x * 70) > 0.93 ? 2 : 1;
};

/** Five nails. */
const nails = (x: number, y: number): number => {
  for (let n = 0; n < 5; n++) {
    const top = 0.34 + 0.09 * Math.abs(n - 2);
    const at = 0.14 + n * 0.18;
    if (inside(x, y, [at - 0.022, top + 0.05, 0.014, 0.1])) return 2;
    if (inside(x, y, [at, top, 0.068, 0.16]) || (Math.abs(x - at) < 0.068 && y > top && y < top + 0.2)) return 1;
  }
  return 0;
};

const shapes = { braids, sleek, nails };

/** What a service is about, in three colours. */
export function stillLife(shape: keyof typeof shapes, { ground, ink, light }: Drawing): Buffer {
  const colours: readonly Rgb[] = [rgb(ground), rgb(ink), rgb(light)];
  return drawn((x, y) => colours[shapes[shape](x, y)]!);
}
