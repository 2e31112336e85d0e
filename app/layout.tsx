import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeScript } from "./_components/theme-script";
import { languageHere } from "./_server/language";
import { siteWords } from "./(site)/_parts/site-words";
import "./globals.css";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: { default: "ClientPulse", template: "%s · ClientPulse" },
  description: siteWords[await languageHere()].description,
});

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // ThemeScript writes the theme and the rail's width here before React is awake.
    <html lang={await languageHere()} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body>{children}</body>
    </html>
  );
}
