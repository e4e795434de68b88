import { useId } from 'react';

interface FileFieldProps {
  label: string;
  /** File types, as the attribute `accept` names them. */
  accept: string;
  /** The text of the file that was chosen; empty when none is any more. */
  onChoose: (text: string) => void;
}

/** A labelled choice of one text file, which is read here and sent nowhere. */
export function FileField({ label, accept, onChoose }: FileFieldProps) {
  const id = useId();
  const read = async (file: File | undefined) => onChoose(file ? await file.text() : '');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        required
        onChange={(event) => void read(event.target.files?.[0])}
      />
    </div>
  );
}
