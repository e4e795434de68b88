import { isRendered, rectOf } from '../dom/visibility.ts';
import { captchaVendors, type CaptchaVendor } from './captcha-vendors.ts';
import { queryAll, type Scene, type Signal } from './signal.ts';

const ANSWER_LENGTH = 20;
const IMAGE = 'img, canvas, svg';
const IMAGE_WORDS =
  /captcha|(type|enter) the (characters|letters|text|code)( you see| shown| below| in the)|what is \d+ ?[+×x*-] ?\d+|\d+ ?[+×] ?\d+ ?=|zeichen (im bild|eingeben)|recopiez|画像.*文字|图.*验证码/;

/** Finds human checks, each with whether it is shown and still unsolved. */
export function findCaptchas(scene: Scene): Signal[] {
  return [
    ...captchaVendors.flatMap((vendor) => readVendor(vendor, scene)),
    ...readImageCaptcha(scene),
    ...readCloudflare(scene),
    ...readBotPages(scene),
  ];
}

function readVendor(vendor: CaptchaVendor, scene: Scene): Signal[] {
  const { tree } = scene;
  const framesOf = (patterns: readonly RegExp[] = []): Element[] =>
    tree.frames.filter((frame) => patterns.some((pattern) => pattern.test(frame.src)));
  const asking = [
    ...framesOf(vendor.challengeFrames),
    ...(vendor.challenges ? queryAll(tree, vendor.challenges) : []),
  ];
  const boxes = [...framesOf(vendor.boxFrames), ...(vendor.boxes ? queryAll(tree, vendor.boxes) : [])];
  const answerFields = vendor.answers ? queryAll(tree, vendor.answers) : [];
  if (asking.length + boxes.length + answerFields.length === 0) return [];
  const isSolved =
    (vendor.solved ? queryAll(tree, vendor.solved).length > 0 : false) ||
    answerFields.some((field) => isAnswered(field, vendor));
  const isShown = (element: Element): boolean => isBigEnough(element, vendor) && isRendered(element);
  const isAsking = asking.some(isShown);
  const isOpen = !isSolved && boxes.some((box) => isShown(box) && isInTheWay(box, scene));
  return [
    {
      name: `captcha:${vendor.name}`,
      isVisible: isAsking || isOpen,
      detail: isAsking ? 'challenge shown' : isSolved ? 'solved' : isOpen ? 'waits for a person' : 'passive',
    },
  ];
}

function isAnswered(field: Element, { answerLength = ANSWER_LENGTH, unanswered }: CaptchaVendor): boolean {
  const value = 'value' in field ? String(field.value) : '';
  return value.length >= answerLength && !unanswered?.test(value);
}

function isBigEnough(element: Element, { minWidth = 60, minHeight = 30 }: CaptchaVendor): boolean {
  const { width, height } = rectOf(element);
  return width >= minWidth && height >= minHeight;
}

/** A widget of a newsletter form in the footer is nobody's wall. */
function isInTheWay(box: Element, { tree, kindOf, document }: Scene): boolean {
  const form = box.closest('form');
  const isNewsletter = box.closest('footer, [class*="newsletter" i], [id*="newsletter" i]') !== null;
  if (!isNewsletter) return true;
  const others = tree.controls.filter(
    (control) => control.form !== form && kindOf(control) !== 'search' && kindOf(control) !== null,
  );
  return others.length === 0 && document.forms.length <= 1;
}

function readImageCaptcha({ tree, words }: Scene): Signal[] {
  const isAsked = (control: Element): boolean => {
    const box = control.closest('form') ?? control.parentElement?.parentElement;
    if (!box) return false;
    const own = `${control.getAttribute('name')} ${control.id} ${control.getAttribute('placeholder')} ${control.getAttribute('aria-label')}`;
    const isNamed = /captcha/i.test(own);
    const picture = [...box.querySelectorAll(IMAGE)].some(
      (image) =>
        /captcha/i.test(
          `${image.id} ${image.getAttribute('class')} ${image.getAttribute('alt')} ${image.getAttribute('src')}`,
        ) && isRendered(image),
    );
    const isWorded = IMAGE_WORDS.test((box.textContent ?? '').toLowerCase().slice(0, 2_000));
    return (
      (picture && (isNamed || isWorded || box.querySelectorAll('input:not([type=hidden])').length <= 3)) ||
      (isNamed && isWorded)
    );
  };
  const isMarked =
    tree.controls.some((control) => /captcha/i.test(`${control.name} ${control.id}`)) ||
    IMAGE_WORDS.test(words) ||
    queryAll(tree, 'form[action*="captcha" i]').length > 0;
  if (!isMarked) return [];
  const asked = tree.controls.find(
    (control) =>
      control.tagName === 'INPUT' &&
      /^(text|number|tel|)$/.test((control as HTMLInputElement).type) &&
      isAsked(control) &&
      isRendered(control),
  );
  return asked
    ? [{ name: 'captcha:image-text', isVisible: true, detail: 'characters or a sum to type' }]
    : [];
}

function readCloudflare({ document, tree, words }: Scene): Signal[] {
  const scripts = [...document.scripts];
  const isChallenge =
    scripts.some(
      ({ src, textContent }) =>
        /\/cdn-cgi\/challenge-platform\/[^?]*orchestrate\/chl_page/.test(src) ||
        /_cf_chl_opt\s*=/.test(textContent ?? ''),
    ) ||
    queryAll(tree, '#challenge-form[action*="__cf_chl"]').length > 0 ||
    queryAll(
      tree,
      '#cf-challenge-running, #challenge-running, #challenge-stage, .cf-browser-verification',
    ).some(isRendered);
  if (isChallenge)
    return [{ name: 'cloudflare:challenge', isVisible: true, detail: document.title.slice(0, 200) }];
  const isBlock =
    queryAll(tree, '#cf-error-details').length > 0 && /blocked|access denied|banned/.test(words);
  return isBlock
    ? [{ name: 'blocked:cloudflare', isVisible: true, detail: document.title.slice(0, 200) }]
    : [];
}

/** Pages that consist of a bot check and nothing else. */
function readBotPages({ document, words, tree }: Scene): Signal[] {
  const isBare = words.length < 1_500 && tree.controls.length < 3;
  if (!isBare) return [];
  const signals: Signal[] = [];
  const say = (name: string, detail: string): void => void signals.push({ name, isVisible: true, detail });
  const sources = [...document.scripts].map(({ src }) => src);
  if (/access to this page has been denied/i.test(document.title))
    say('captcha:perimeterx', document.title.slice(0, 200));
  if (/^pardon our interruption/i.test(document.title) || /incapsula incident id/.test(words))
    say('captcha:imperva', 'interstitial');
  if (sources.some((src) => /\/ips\.js\?.*KP_UIDz/.test(src)) && words.length < 300)
    say('captcha:kasada', 'interstitial');
  if (sources.some((src) => /\/_sec\/cp_challenge\//.test(src))) say('captcha:akamai', 'interstitial');
  if (
    sources.some((src) => /\.captcha\.awswaf\.com\//.test(src)) &&
    queryAll(tree, '#captcha-container').some(isRendered)
  )
    say('captcha:aws-waf', 'captcha page');
  if (/^access denied$/i.test(document.title.trim()) && /reference #|errors\.edgesuite/.test(words))
    say('blocked:akamai', document.title);
  return signals;
}
