/** The house's own words for somebody. */
export const Tags = ({ tags }: { tags: readonly string[] }) =>
  tags.length > 0 ? (
    <span className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <span key={tag} className="max-w-full truncate rounded-control border border-edge bg-surface px-1.5 text-sm">
          {tag}
        </span>
      ))}
    </span>
  ) : null;
