const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

const link = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]/g;
const linkStyle = "color:#0f766e;font-weight:600;overflow-wrap:anywhere";

/** Text with its links to be tapped, everything else as it was written. */
function linked(text: string): string {
  let html = "";
  let from = 0;
  for (const found of text.matchAll(link)) {
    const href = escaped(found[0]);
    html += `${escaped(text.slice(from, found.index))}<a href="${href}" style="${linkStyle}">${href}</a>`;
    from = found.index + found[0].length;
  }
  return html + escaped(text.slice(from));
}

/** The same words as the plain text, for who reads letters with pictures; it loads nothing from anywhere. */
export function letterHtml({ house, subject, body }: { house: string; subject: string; body: string }): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((part) => `<p style="margin:0 0 16px;line-height:1.5">${linked(part).replaceAll("\n", "<br>")}</p>`)
    .join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head><body style="margin:0;padding:24px 16px;background:#f5f5f4;color:#1c1917;font:16px system-ui,-apple-system,'Segoe UI',sans-serif"><div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-radius:12px"><p style="margin:0 0 16px;font-weight:700">${escaped(house)}</p>${paragraphs}</div></body></html>`;
}
