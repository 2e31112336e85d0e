import { type ClassValue, clsx } from "clsx";
import { twMerge } from "tailwind-merge";

/** Class names, later ones winning over earlier ones of the same kind. */
export const cn = (...inputs: ClassValue[]): string => twMerge(clsx(inputs));
