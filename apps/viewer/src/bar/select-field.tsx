import { type ReactNode, useId } from 'react';

export interface OptionGroup {
  name?: string;
  options: readonly { value: string; name: string }[];
}

/** A value with its small label above. */
export function Field(props: { label: string; className?: string; children: ReactNode }): ReactNode {
  return (
    <div className={`field ${props.className ?? ''}`}>
      <span className="field-label">{props.label}</span>
      {props.children}
    </div>
  );
}

/** A native select: the keyboard and the finger know it already. One option alone needs no choosing. */
export function SelectField(props: {
  label: string;
  value: string;
  groups: readonly OptionGroup[];
  className?: string;
  onChange: (value: string) => void;
}): ReactNode {
  const { label, value, groups, className = '', onChange } = props;
  const id = useId();
  const offered = groups.filter(({ options }) => options.length > 0);
  const all = offered.flatMap(({ options }) => options);
  if (all.length < 2) {
    return (
      <Field label={label}>
        <span className="field-value">{all[0]?.name}</span>
      </Field>
    );
  }
  return (
    <div className={`field ${className}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {offered.map(({ name, options }) => {
          const items = options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ));
          return name === undefined ? (
            items
          ) : (
            <optgroup key={name} label={name}>
              {items}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
