import { Booker } from "./booker";
import type { Made } from "./businesses";
import type { Program } from "./programs";

export const clients = 16;
const warmUp = 3_000;

/** Bookings per second over HTTP, sixteen visitors at a time, over all businesses but the first. */
export async function bookingsPerSecond(program: Program, made: Made, seconds: number): Promise<number> {
  const booker = new Booker(program.port, made, made.businesses.length - 1);
  try {
    await booker.closedLoop(clients, (booked) => booked >= warmUp);
    return await booker.closedLoop(clients, (_, ms) => ms >= seconds * 1_000);
  } finally {
    booker.close();
  }
}
