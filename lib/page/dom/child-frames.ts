import type { ChildFrameFinding } from '../../messaging/contracts/page-reading.ts';
import { baseUriOf } from './own-members.ts';
import { capText } from './text.ts';
import { isRendered, rectOf } from './visibility.ts';
import type { PageTree } from './walk.ts';

/** Describes the frames of a document: where each leads and whether it shows. */
export function findChildFrames(tree: PageTree): ChildFrameFinding[] {
  return tree.frames.slice(0, 60).map((frame) => {
    const { origin, path } = placeOf(frame);
    return {
      origin,
      path,
      title: capText(frame.title || frame.name),
      isVisible: isRendered(frame),
      rect: rectOf(frame),
    };
  });
}

function placeOf(frame: HTMLIFrameElement): { origin: string; path: string } {
  const source = frame.getAttribute('src');
  if (!source) return { origin: '', path: '' };
  try {
    const url = new URL(source, baseUriOf(frame));
    return {
      origin: url.origin === 'null' ? '' : url.origin.slice(0, 300),
      path: url.pathname.slice(0, 300),
    };
  } catch {
    return { origin: '', path: '' };
  }
}
