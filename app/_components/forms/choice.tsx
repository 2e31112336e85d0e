type Props = {
  name: string;
  legend: string;
  help?: string;
  chosen: string;
  options: [value: string, word: string][];
  /** For what holds at once; without it the choice is the form's. */
  onChoose?: (value: string) => void;
};

export function Choice({ name, legend, help, chosen, options, onChoose }: Props) {
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
              {...(onChoose
                ? { checked: value === chosen, onChange: () => onChoose(value) }
                : { defaultChecked: value === chosen })}
              className="size-4 accent-accent"
            />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
