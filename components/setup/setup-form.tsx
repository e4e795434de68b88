import type { ReactNode } from 'react';
import { Foot } from '../primitives/foot.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import { StatusLine } from '../primitives/status-line.tsx';

export interface SetupProps {
  isReadOnly: boolean;
  isBusy: boolean;
  refusal: string | undefined;
  /** How many steps the first run has. */
  steps: number;
}

interface SetupFormProps extends SetupProps {
  step: number;
  title: string;
  text: string;
  onSubmit: () => void;
  children: ReactNode;
  actions: ReactNode;
}

/** One step of the first run: one thing to do, and why. */
export function SetupForm({
  step,
  steps,
  title,
  text,
  onSubmit,
  children,
  actions,
  isReadOnly,
  refusal,
}: SetupFormProps) {
  const { t } = useLanguage();
  return (
    <form
      className="screen"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {steps > 0 && (
        <StatusLine mood="quiet" icon="list" words={t('firstRunStatus', String(step), String(steps))} />
      )}
      <div className="body">
        <section className="sec">
          <h1 className="title">{title}</h1>
          <p className="muted">{text}</p>
          {refusal && <Refusal>{refusal}</Refusal>}
        </section>
        <fieldset className="sec plain fields" disabled={isReadOnly}>
          <legend className="vh">{title}</legend>
          {children}
        </fieldset>
      </div>
      <Foot isReadOnly={isReadOnly}>{actions}</Foot>
    </form>
  );
}
