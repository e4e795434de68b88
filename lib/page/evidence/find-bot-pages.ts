import type { CheckFinding } from '../../messaging/contracts/page-reading.ts';
import { queryAllIn, titleOf } from '../dom/own-members.ts';
import { isRendered, rectOf } from '../dom/visibility.ts';
import { rememberCheck } from './check-memory.ts';
import { queryAll, type Scene } from './signal.ts';

/** A page of a bot guard by what it is made of. `hands` says who can get past: nobody must, a person can, nobody can. */
interface BotPage {
  readonly vendor: string;
  readonly hands: 'alone' | 'person' | 'none';
  readonly isOne: (scene: Scene, facts: Facts) => boolean;
}

interface Facts {
  readonly title: string;
  readonly sources: readonly string[];
  readonly inline: string;
  readonly frameSources: readonly string[];
  /** The page holds little but the check. */
  readonly isBare: boolean;
}

/** A page with a form or much text is the shop's own, whatever scripts it loads. */
const BARE_WORDS = 2_000;

const PAGES: readonly BotPage[] = [
  {
    vendor: 'cloudflare',
    hands: 'none',
    isOne: (scene, { title }) =>
      /^(attention required! \| cloudflare|access denied \| .* used cloudflare to restrict access)/i.test(
        title,
      ) ||
      (queryAll(scene.tree, '#cf-error-details').length > 0 &&
        /you have been blocked|access denied|has banned|error 10(06|07|08|09|10|12|15|20)/.test(scene.words)),
  },
  {
    vendor: 'cloudflare',
    hands: 'alone',
    isOne: (scene, { sources, inline }) =>
      sources.some((src) =>
        /\/cdn-cgi\/challenge-platform\/[^?]*orchestrate\/(chl_page|jsch|captcha|managed)/.test(src),
      ) ||
      /_cf_chl_opt\s*=/.test(inline) ||
      /\/cdn-cgi\/challenge-platform\/[^"']*orchestrate\/chl_page/.test(inline) ||
      queryAll(scene.tree, '#challenge-form[action*="__cf_chl"]').length > 0 ||
      queryAll(
        scene.tree,
        '#cf-challenge-running, #challenge-running, #challenge-stage, .cf-browser-verification',
      ).some(isRendered),
  },
  {
    vendor: 'datadome',
    hands: 'none',
    isOne: (_, { frameSources }) =>
      frameSources.some((src) => /captcha-delivery\.com\/captcha\/.*[?&]t=bv/.test(src)),
  },
  {
    vendor: 'datadome',
    hands: 'alone',
    isOne: (_, { frameSources, inline, isBare }) =>
      frameSources.some((src) => /captcha-delivery\.com\/interstitial\//.test(src)) ||
      (isBare && /\bdd=\{[^}]*'?rt'?\s*:\s*'i'/.test(inline)),
  },
  {
    vendor: 'perimeterx',
    hands: 'person',
    isOne: (scene, { title, inline, isBare }) =>
      isBare &&
      (/access to this page has been denied/i.test(title) ||
        (/_pxAppId/.test(inline) && /press (and|&) hold|before we continue/.test(scene.words))),
  },
  {
    vendor: 'akamai',
    hands: 'none',
    isOne: (scene, { title, isBare }) =>
      isBare && /^access denied$/i.test(title) && /reference #|errors\.edgesuite\.net/.test(scene.words),
  },
  {
    vendor: 'akamai',
    hands: 'alone',
    isOne: (scene, { sources, isBare }) =>
      isBare &&
      (sources.some((src) => /\/_sec\/cp_challenge\//.test(src)) ||
        queryAll(scene.tree, '#sec-cpt-if, #sec-if-cpt-container, #sec-text-if').length > 0),
  },
  {
    vendor: 'imperva',
    hands: 'person',
    isOne: (scene, { title, frameSources, isBare }) =>
      isBare &&
      (/^pardon our interruption/i.test(title) ||
        /incapsula incident id|request unsuccessful\. incapsula/.test(scene.words) ||
        frameSources.some((src) => /\/_Incapsula_Resource\?/.test(src))),
  },
  {
    vendor: 'kasada',
    hands: 'alone',
    isOne: (scene, { sources, inline, isBare }) =>
      isBare &&
      scene.words.length < 300 &&
      (sources.some(
        (src) =>
          /\/(ips|p)\.js\?.*(KP_UIDz|x-kpsdk)/.test(src) || /149e9513-01fa-4fb0-aad4-566afd725d1b/.test(src),
      ) ||
        /window\.KPSDK\s*=/.test(inline)),
  },
  {
    vendor: 'aws-waf',
    hands: 'person',
    isOne: (scene, { sources, isBare }) =>
      isBare &&
      sources.some((src) => /\.captcha\.awswaf\.com\//.test(src)) &&
      queryAll(scene.tree, '#captcha-container, #captcha-form').some((box) => box.isConnected),
  },
  {
    vendor: 'aws-waf',
    hands: 'alone',
    isOne: (scene, { sources, isBare }) =>
      isBare &&
      sources.some((src) => /\.token\.awswaf\.com\/.*challenge(\.compact)?\.js/.test(src)) &&
      queryAll(scene.tree, '#challenge-container').length > 0,
  },
];

/** Finds pages that consist of a bot guard's check and nothing else. */
export function findBotPages(scene: Scene): CheckFinding[] {
  const { document, tree, words } = scene;
  const scripts = [...queryAllIn<HTMLScriptElement>(document, 'script')];
  const facts: Facts = {
    title: titleOf(document).trim(),
    sources: scripts.map(({ src }) => src),
    inline: scripts
      .map(({ src, textContent }) => (src ? '' : (textContent ?? '').slice(0, 20_000)))
      .join('\n'),
    frameSources: tree.frames.filter(isShownFrame).map(({ src }) => src),
    isBare:
      words.length < BARE_WORDS && tree.controls.filter(isRendered).length < 3 && scene.nextAction === null,
  };
  const page = PAGES.find(({ isOne }) => isOne(scene, facts));
  if (!page) return [];
  const { shownForMs } = rememberCheck(document, `page:${page.vendor}`, {
    isAsking: true,
    isAnswered: false,
  });
  return [
    {
      vendor: page.vendor,
      isAsking: true,
      hasBox: false,
      answer: 'none',
      isInPath: true,
      mayPassAlone: page.hands === 'alone',
      shownForMs,
      detail: page.hands === 'none' ? 'blocked' : 'interstitial',
    },
  ];
}

const isShownFrame = (frame: HTMLIFrameElement): boolean => {
  const { width, height } = rectOf(frame);
  return width >= 100 && height >= 100 && isRendered(frame);
};
