/** For people who tried too often. */
export function waitWords(seconds: number): string {
  if (seconds <= 90) return `Too many tries. Wait ${seconds} ${seconds === 1 ? "second" : "seconds"} and try again.`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90
    ? `Too many tries. Wait ${minutes} minutes and try again.`
    : `Too many tries. Wait ${Math.ceil(minutes / 60)} hours and try again.`;
}
