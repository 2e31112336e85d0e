type Props = { name: string; legend: string; help?: string; chosen: string; options: [value: string, word: string][] };

export function Choice({ name, legend, help, chosen, options }: Props) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {help ? <p className="text-quiet">{help}</p> : null}
      <div className="flex flex-wrap gap-x-5">
        {options.map(([value, word]) => (
          <label key={value} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              className="size-4 accent-accent"
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
