/** Only places of this app, whoever wrote the link. */
export function insideOnly(address: string | string[] | undefined): string {
  const inside = /^\/(?:dashboard|profile|admin|invite|register)(?:[/?][\w\-/?=&%.]*)?$/;
  return typeof address === "string" && inside.test(address) ? address : "/dashboard";
}
