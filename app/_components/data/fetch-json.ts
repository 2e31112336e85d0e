/** SWR's fetcher: keys are addresses. A refusal is an error with its status, so that a screen can say which it was. */
export class HttpError extends Error {
  constructor(readonly status: number) {
    super(`the server answered ${status}`);
  }
}

export async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { headers: { accept: "application/json" } });
  if (!response.ok) throw new HttpError(response.status);
  return (await response.json()) as T;
}
