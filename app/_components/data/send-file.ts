/** What came of it: the server's own words where it refuses, null where it was not reached. */
export type SentFile = { ok: true } | { ok: false; title: string | null };

/** Sends a file and tells how much of it, of one, has left; at one the server is opening it. */
export function sendFile(
  method: "POST" | "PUT",
  address: string,
  file: Blob,
  tell: (sent: number) => void,
): Promise<SentFile> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onerror = () => done({ ok: false, title: null });
    request.onload = () => {
      const isTaken = request.status >= 200 && request.status < 300;
      done(isTaken ? { ok: true } : { ok: false, title: titleIn(request.responseText) });
    };
    request.send(file);
  });
}

/** The same for one that is taken away. */
export async function removeFile(address: string): Promise<SentFile> {
  try {
    const answer = await fetch(address, { method: "DELETE" });
    return answer.ok ? { ok: true } : { ok: false, title: titleIn(await answer.text()) };
  } catch {
    return { ok: false, title: null };
  }
}

function titleIn(answer: string): string | null {
  try {
    return (JSON.parse(answer) as { title: string }).title;
  } catch {
    return null;
  }
}
