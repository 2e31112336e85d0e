/** Under a chart: where it begins, its middle and where it ends. All of its labels are in the table. */
export function Ends({ labels }: { labels: readonly string[] }) {
  const middle = labels.length > 4 ? labels[Math.floor((labels.length - 1) / 2)] : undefined;
  return (
    <div aria-hidden className="grid grid-cols-3 text-xs text-quiet tabular-nums">
      <span>{labels[0]}</span>
      <span className="text-center">{middle}</span>
      <span className="text-right">{labels.length > 1 ? labels.at(-1) : null}</span>
    </div>
  );
}
