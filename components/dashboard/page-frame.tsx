import type { ReactNode } from 'react';
import { Heading } from '../primitives/heading.tsx';
import { Refusal } from '../primitives/note.tsx';

interface PageFrameProps {
  title: ReactNode;
  refusal?: string | undefined;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the dashboard: its heading, which takes the focus, what can be done with all of it, and its boxes. */
export function PageFrame({ title, refusal, actions, children }: PageFrameProps) {
  return (
    <>
      <div className="pagehead">
        <Heading look="bare">{title}</Heading>
        {actions && <div className="row">{actions}</div>}
      </div>
      {refusal && <Refusal>{refusal}</Refusal>}
      {children}
    </>
  );
}

/** A box with a heading of its own. */
export function Box({ title, end, children }: { title?: ReactNode; end?: ReactNode; children: ReactNode }) {
  return (
    <section className="cardbox">
      {title && (
        <div className="boxhead">
          <h2>{title}</h2>
          {end}
        </div>
      )}
      {children}
    </section>
  );
}
