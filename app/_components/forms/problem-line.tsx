/** Why nothing happened; read out as soon as it is there. */
export function ProblemLine({ children }: { children: string | undefined }) {
  return (
    <p role="alert" className="text-danger empty:hidden">
      {children}
    </p>
  );
}
