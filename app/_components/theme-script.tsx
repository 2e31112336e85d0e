/** Runs before the first paint, so that neither the colours nor the rail nor the rows jump. Set by useTheme, useRail and useDensity. */
const script = `(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const read = (name) => { try { return localStorage.getItem(name) } catch { return null } };
  const apply = () => {
    const chosen = read("theme");
    root.dataset.theme = chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light";
    root.dataset.density = read("density") === "compact" ? "compact" : "comfortable";
    root.dataset.rail = read("rail") === "narrow" ? "narrow" : "wide";
  };
  apply();
  system.addEventListener("change", apply);
  addEventListener("storage", apply);
  addEventListener("clientpulse:preference", apply);
})()`;

export function ThemeScript({ nonce }: { nonce: string | undefined }) {
  // The browser hides a nonce from scripts, so the two sides never agree on it.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the text is the constant above
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
