import { inSlices, toEnd, type Steps } from './dom/slices.ts';
import { walkInSteps } from './dom/walk.ts';
import { classifyInSteps } from './form/classify-controls.ts';

/** How many controls are handed over between two pauses. */
const CONTROLS_PER_STEP = 1_000;

/** One control as the detector names it. */
export interface Detection {
  readonly element: Element;
  readonly token: string;
  readonly confidence: number;
  readonly signals: readonly string[];
}

/** Finds the fields of a document and says what each is, without judging whether it may be filled. */
export function countersignDetect(document: Document): Detection[] {
  return toEnd(detectInSteps(document));
}

/** Finds like `countersignDetect` and lets a large page go on in between. */
export function countersignDetectInSlices(document: Document): Promise<Detection[]> {
  return inSlices(detectInSteps(document));
}

function* detectInSteps(document: Document): Steps<Detection[]> {
  const classified = yield* classifyInSteps(yield* walkInSteps(document));
  const detections: Detection[] = [];
  for (const [index, { control, kind, confidence, signals }] of classified.entries()) {
    if (kind !== null) detections.push({ element: control, token: kind, confidence, signals });
    if (index % CONTROLS_PER_STEP === 0) yield;
  }
  return detections;
}
