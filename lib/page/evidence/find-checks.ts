import type { CheckFinding } from '../../messaging/contracts/page-reading.ts';
import { isRendered, rectOf } from '../dom/visibility.ts';
import { captchaVendors, type CaptchaVendor } from './captcha-vendors.ts';
import { rememberCheck } from './check-memory.ts';
import { findBotPages } from './find-bot-pages.ts';
import { findImageCaptcha } from './find-image-captcha.ts';
import { isInPath } from './is-in-path.ts';
import { queryAll, type Scene } from './signal.ts';

const ANSWER_LENGTH = 20;

/** Finds human checks of vendors and says of each what it shows. Judges none of them. */
export function findChecks(scene: Scene): CheckFinding[] {
  return [
    ...findBotPages(scene),
    ...captchaVendors.flatMap((vendor) => readVendor(vendor, scene)),
    ...findImageCaptcha(scene),
  ].slice(0, 30);
}

function readVendor(vendor: CaptchaVendor, scene: Scene): CheckFinding[] {
  const { tree, document } = scene;
  const framesOf = (patterns: readonly RegExp[] = []): Element[] =>
    tree.frames.filter((frame) => patterns.some((pattern) => pattern.test(frame.src)));
  const find = (selector: string | undefined): Element[] => (selector ? queryAll(tree, selector) : []);
  const challenges = [...framesOf(vendor.challengeFrames), ...find(vendor.challenges)];
  const boxes = [...framesOf(vendor.boxFrames), ...find(vendor.boxes)];
  const fields = find(vendor.answers);
  if (challenges.length + boxes.length === 0) return [];
  const isShown = (element: Element): boolean => isBigEnough(element, vendor) && isRendered(element);
  const isAnswered =
    find(vendor.solved).length > 0 || fields.some((field) => isAnswer(valueOf(field), vendor));
  const shownBoxes = boxes.filter(isShown);
  const isAsking = challenges.some(isShown);
  const hasBox = shownBoxes.length > 0;
  const { shownForMs, wasAnswered } = rememberCheck(document, vendor.name, {
    isAsking: isAsking || (hasBox && !isAnswered),
    isAnswered,
  });
  const isSpent = find(vendor.spent).length > 0 || wasAnswered;
  return [
    {
      vendor: vendor.name,
      isAsking,
      hasBox,
      answer: isAnswered ? 'given' : isSpent ? 'spent' : fields.length > 0 ? 'empty' : 'none',
      isInPath: shownBoxes.some((box) => isInPath(box, scene)),
      mayPassAlone:
        vendor.passesAlone === true ||
        fields.some((field) => /^\.(FETCHING|UNFINISHED)$/.test(valueOf(field))) ||
        find(vendor.passesAlone).length > 0,
      shownForMs,
      detail: isAsking ? 'a puzzle is shown' : hasBox ? 'a box is shown' : 'not shown',
    },
  ];
}

const valueOf = (field: Element): string => ('value' in field ? String(field.value) : '');

function isAnswer(value: string, { answerLength = ANSWER_LENGTH, unanswered }: CaptchaVendor): boolean {
  return value.length >= answerLength && !unanswered?.test(value);
}

function isBigEnough(element: Element, { minWidth = 60, minHeight = 30 }: CaptchaVendor): boolean {
  const { width, height } = rectOf(element);
  return width >= minWidth && height >= minHeight;
}
