import type { Say } from "@/app/_words/say";

export const starsOf = (say: Say, stars: number): string =>
  say("{stars, plural, one {# star} other {# stars}}", { stars });
