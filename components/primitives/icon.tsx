import { ICON_SHAPES, type IconName } from './icon-shapes.tsx';

/** Mirrored in right-to-left reading; hand, pen, ring and tick are not. */
const FLIPPED: readonly IconName[] = ['arrow', 'chev', 'card', 'quote', 'back', 'go', 'truck', 'list'];

export function Icon({ name, small, className }: { name: IconName; small?: boolean; className?: string }) {
  const classes = ['i', small && 's', FLIPPED.includes(name) && 'flip', `i-${name}`, className];
  return (
    <svg className={classes.filter(Boolean).join(' ')} viewBox="0 0 20 20" aria-hidden="true">
      {ICON_SHAPES[name]}
    </svg>
  );
}
