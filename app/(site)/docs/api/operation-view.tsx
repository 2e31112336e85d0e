import { cn } from "@/app/_components/ui/cn";
import type { Operation } from "@/app/api/_docs/operation";
import { exampleOf, type Schema, type Schemas, typeWords } from "./example";
import type { ApiWords } from "./words";

type Content = Record<string, { schema?: Schema }>;
export type Told = {
  description: string;
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Content };
  responses: Record<string, { description?: string; content?: Content }>;
};

const tints: Record<Operation["method"], string> = {
  GET: "text-confirmed",
  POST: "text-arrived",
  PUT: "text-requested",
  PATCH: "text-requested",
  DELETE: "text-danger",
};

type Props = { operation: Operation; told: Told; address: string; schemas: Schemas; words: ApiWords };

/** One method of one route; opened it says all that there is to know. */
export function OperationView({ operation: { id, method }, told, address, schemas, words }: Props) {
  const [says = "", who = ""] = told.description.split("\n\n");
  const body = Object.entries(told.requestBody?.content ?? {});
  const answers = Object.entries(told.responses).filter(([status]) => /^2/.test(status));
  const refused = Object.keys(told.responses).filter((status) => /^[45]/.test(status));
  return (
    <details id={id} className="group scroll-mt-4 border-t">
      <summary className="grid cursor-pointer list-none gap-x-3 gap-y-0.5 py-2.5 md:grid-cols-[4.5rem_minmax(0,1fr)]">
        <span className={cn("font-mono font-semibold", tints[method])}>{method}</span>
        <span className="grid gap-0.5">
          <code className="wrap-anywhere">{address}</code>
          <span lang="en" className="text-quiet">
            {says}
          </span>
        </span>
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pb-6 md:pl-[5.25rem]">
        <p lang="en" className="text-quiet">
          {who.replaceAll("`", "")}
        </p>
        {told.parameters.length > 0 ? (
          <Fields
            title={words.sent}
            fields={told.parameters.map(({ name, required, schema, description }) => ({
              ...{ name, required, type: typeWords(schema, schemas, words) },
              about: description ?? schema.description,
            }))}
          />
        ) : null}
        {body.map(([type, { schema = {} }]) => (
          <Shape key={type} title={words.body(type)} {...{ type, schema, schemas, words }} />
        ))}
        {answers.map(([status, { content = {}, description }]) =>
          Object.entries(content).map(([type, { schema = {} }]) => (
            <Shape
              key={status + type}
              title={words.answer(status, type)}
              about={description === "Done." ? undefined : description}
              {...{ type, schema, schemas, words }}
            />
          )),
        )}
        {refused.length > 0 ? <p className="text-quiet">{words.mayBe(refused.join(", "))}</p> : null}
      </div>
    </details>
  );
}

type ShapeProps = { title: string; about?: string | undefined; type: string; schema: Schema } & Pick<
  Props,
  "schemas" | "words"
>;

function Shape({ title, about, type, schema, schemas, words }: ShapeProps) {
  const fields = Object.entries(schema.properties ?? {});
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {fields.length > 0 ? (
        <Fields
          title={title}
          fields={fields.map(([name, part]) => ({
            ...{ name, required: schema.required?.includes(name) ?? false, type: typeWords(part, schemas, words) },
            about: part.description,
          }))}
        />
      ) : (
        <h4 className="font-medium">{title}</h4>
      )}
      {about ? <p className="text-quiet">{about}</p> : null}
      {type === "application/json" ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard
        <pre tabIndex={0} className="max-h-80 overflow-auto rounded-control border bg-wash p-3 font-mono">
          {JSON.stringify(exampleOf(schema, schemas), null, 2)}
        </pre>
      ) : null}
    </div>
  );
}

type FieldsProps = {
  title: string;
  fields: { name: string; required: boolean; type: string; about?: string | undefined }[];
};

const Fields = ({ title, fields }: FieldsProps) => (
  <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
    <h4 className="font-medium">{title}</h4>
    <ul className="grid gap-1.5">
      {fields.map(({ name, required, type, about }) => (
        <li key={name} className="grid gap-x-3 md:grid-cols-[12rem_minmax(0,1fr)]">
          <span className="font-mono wrap-anywhere">
            {name}
            {required ? "" : <span className="text-quiet">?</span>}
          </span>
          <span className="text-quiet wrap-anywhere">
            {type}
            {about ? `. ${about}` : ""}
          </span>
        </li>
      ))}
    </ul>
  </div>
);
