type Props = { picture: { size: number; path: string }; label: string; className: string };

/** Black on white in the dark as well: cameras read nothing else as surely. */
export const QrCode = ({ picture: { size, path }, label, className }: Props) => (
  <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className={className}>
    <rect width={size} height={size} fill="white" />
    <path d={path} fill="black" />
  </svg>
);
