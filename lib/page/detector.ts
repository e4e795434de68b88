import { walkPage } from './dom/walk.ts';
import { classifyControls } from './form/classify-controls.ts';

/** One control as the detector names it. */
export interface Detection {
  readonly element: Element;
  readonly token: string;
  readonly confidence: number;
  readonly signals: readonly string[];
}

/** Finds the fields of a document and says what each is, without judging whether it may be filled. */
export function countersignDetect(document: Document): Detection[] {
  return classifyControls(walkPage(document)).flatMap(({ control, kind, confidence, signals }) =>
    kind === null ? [] : [{ element: control, token: kind, confidence, signals }],
  );
}
