/** Keys as they are pressed, one after the other. */
export const Keys = ({ keys }: { keys: string }) => (
  <span className="inline-flex gap-1">
    {keys.split(" ").map((key) => (
      <kbd
        key={key}
        className="min-w-5 rounded-control border px-1 text-center font-sans text-xs leading-5 text-quiet uppercase"
      >
        {key}
      </kbd>
    ))}
  </span>
);
