type Fetched = { ok: true; file: Blob } | { ok: false; code: string; title: string };

/** Fetched, so that a refusal is said where it was asked for and not on a page of its own. */
export async function fetchFile(address: string, given: object): Promise<Fetched> {
  const answer = await fetch(address, { method: "POST", body: JSON.stringify(given) });
  if (answer.ok) return { ok: true, file: await answer.blob() };
  const { code, title } = (await answer.json()) as { code: string; title: string };
  return { ok: false, code, title };
}

export function saveFile(file: Blob, name: string): void {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
