import type { FormState } from "@/app/_server/form-action";

/** Why nothing came of a form. Signing in opens beside it, so that what was typed stays. */
export function Halt({ problem, signIn }: FormState) {
  return (
    <p role="alert" className="rounded-panel border border-edge bg-surface p-4 empty:hidden">
      {problem}
      {signIn ? (
        <>
          {" "}
          <a href={signIn.href} target="_blank" rel="noopener" className="font-medium underline underline-offset-4">
            {signIn.link}
          </a>
          {signIn.afterwards}
        </>
      ) : null}
    </p>
  );
}
