/** How much of a file has left, of one. */
export const SentBar = ({ label, sent, className = "" }: { label: string; sent: number; className?: string }) => (
  <progress
    aria-label={label}
    value={sent}
    max={1}
    className={`${className} h-1.5 w-full appearance-none overflow-hidden rounded-full bg-wash [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-wash [&::-webkit-progress-value]:bg-accent`}
  />
);
