import { expect, test } from "./support/test";

test("the library that signs people in shows no page of its own, which would lack our headers", async ({ app }) => {
  const ask = (path: string) => fetch(`${app.url}/api/auth/${path}`, { redirect: "manual" });
  for (const path of ["signin", "error", "signin/credentials"]) {
    const { status, headers } = await ask(path);
    expect([status, new URL(headers.get("location") ?? "/", app.url).pathname], path).toEqual([302, "/login"]);
  }
  for (const path of ["signout", "callback/credentials"]) {
    const { status, headers } = await ask(path);
    expect([status, headers.get("allow")], path).toEqual([405, "POST"]);
  }
  for (const path of ["verify-request", "_log", "x"]) {
    const { status, headers } = await ask(path);
    expect([status, headers.get("content-type")], path).toEqual([404, "application/problem+json"]);
  }
});
