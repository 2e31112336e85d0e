/** Made-up people: each name says so wherever it is read. None of them has a number or an address. */
export const samplePeople = [
  "Akinyi Otieno",
  "Wanjiru Kamau",
  "Barasa Wafula",
  "Halima Abdi",
  "Mutua Kilonzo",
  "Chebet Koech",
].map((name) => `${name} (sample)`);

export const sampleTag = "Sample";

/** When they come: days from today, and minutes of the day that are tried in turn until one is free. */
export const sampleDays = [0, 1, 1, 2, 3, 5] as const;
export const sampleMinutes = [600, 690, 840, 930, 990, 1_080] as const;
export const sampleSales = 2;
