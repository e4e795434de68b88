import { useId, useRef, type ReactNode } from 'react';
import { useOverflow } from '../../lib/ui/use-overflow.ts';
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

/** A box with a heading of its own. Where it is too narrow for what it holds it scrolls, and the keyboard reaches it. */
export function Box({ title, end, children }: { title?: ReactNode; end?: ReactNode; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const isScrolling = useOverflow(box);
  const heading = useId();
  return (
    <section
      className="cardbox"
      ref={box}
      {...(isScrolling && { tabIndex: 0 })}
      {...(isScrolling && title && { 'aria-labelledby': heading })}
    >
      {title && (
        <div className="boxhead">
          <h2 id={heading}>{title}</h2>
          {end}
        </div>
      )}
      {children}
    </section>
  );
}
