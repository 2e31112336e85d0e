/** `m…@example.com`, `+2547…678`: enough to know one's own again, too little to write to. */
export const masked = (address: string): string =>
  address.includes("@")
    ? `${address.slice(0, 1)}…${address.slice(address.lastIndexOf("@"))}`
    : `${address.slice(0, 5)}…${address.slice(-3)}`;

/** `Akoth O.`: enough to know whom somebody talks of, too little to look them up. */
export const shortName = (name: string): string => {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${[...last][0]}.` : first;
};
