/** `m…@example.com`, `+2547…678`: enough to know one's own again, too little to write to. */
export const masked = (address: string): string =>
  address.includes("@")
    ? `${address.slice(0, 1)}…${address.slice(address.lastIndexOf("@"))}`
    : `${address.slice(0, 5)}…${address.slice(-3)}`;
