import type { CheckFinding } from '../../messaging/contracts/page-reading.ts';
import { attributeOf, parentElementOf, queryAllIn } from '../dom/own-members.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered, rectOf } from '../dom/visibility.ts';
import type { Control } from '../dom/walk.ts';
import { isInPath } from './is-in-path.ts';
import { queryAll, type Scene } from './signal.ts';

const PICTURES = 'img, canvas, svg';
/** A vendor's check is no picture; that it protects a page is said beside forms and on badges. */
const NAMED = /(?<!re|h)captcha|verification[-_ ]?(image|picture)|yzm|verifycode|kaptcha/i;
const ASKED =
  /(?<!re|h)captcha|(type|enter|copy) (in )?the (characters|letters|text|word|numbers|code)( that)?( you see| shown| below| in the| from the|$)|characters (you see|shown|in the)|not a robot|security (question|image)|(zeichen|buchstaben|text|code) (aus dem|im|vom) bild|zeichen (im bild|eingeben)|sicherheitsfrage|(recopiez|saisissez) les (caracteres|lettres)|caracteres de l'image|(escriba|introduzca|ingrese) (los|el) (caracteres|texto|codigo de la imagen)|caracteres de la imagen|(inserisci|digita|copia) i caratteri|caratteri (dell'|nell')immagine|(digite|escreva|insira) os caracteres|caracteres da imagem|(typ|voer) de (tekens|letters)|tekens (uit|in) de afbeelding|(przepisz|wpisz) (znaki|kod|tekst) z obrazka|znaki z obrazka|画像(の|に|認証)|図形認証|图形验证码|圖形驗證碼|图片中的|看不清|换一张|이미지(에| 속)|그림문자|자동 ?입력 ?방지|(символы|текст|код) с (картинки|изображения)|resimdeki (karakter|kod|harf)|guvenlik kodunu|الرموز (الظاهرة|الموجودة)|أحرف الصورة/;
const SUM =
  /(what is|how much is|solve|calculate|wie ?viel ist|was ist|combien font|cuanto es|quanto (fa|e)|hoeveel is|ile (to )?jest|сколько будет|kac eder|请计算|計算)\W{0,12}\d{1,2} ?[+×x*−–-] ?\d{1,2}|(^|\s)\d{1,2} ?[+×*−–-] ?\d{1,2} ?= ?(\?|_|$|\s)/;

/** Finds a picture or a sum that the visitor must answer in a field. Nothing on the page says when it is solved. */
export function findImageCaptcha(scene: Scene): CheckFinding[] {
  const { tree, words } = scene;
  const isMarked =
    tree.controls.some((control) => NAMED.test(`${control.name} ${control.id}`)) ||
    ASKED.test(words) ||
    SUM.test(words) ||
    queryAll(tree, 'form[action*="captcha" i]').length > 0;
  if (!isMarked) return [];
  const asked = tree.controls.find(
    (control) => isTextInput(control) && isAsked(control, scene) && isRendered(control),
  );
  if (!asked) return [];
  return [
    {
      vendor: 'image-text',
      isAsking: false,
      hasBox: true,
      answer: 'empty',
      isInPath: isInPath(asked, scene),
      mayPassAlone: false,
      shownForMs: 0,
      detail: 'characters or a sum to type',
    },
  ];
}

const isTextInput = (control: Control): boolean =>
  control.tagName === 'INPUT' && /^(text|number|tel|)$/.test((control as HTMLInputElement).type);

/** The smallest box around a field that also says something; a whole checkout form says too much. */
function isAsked(control: Control, { kindOf }: Scene): boolean {
  const kind = kindOf(control);
  if (
    kind !== null &&
    /^(cc-|email|tel|postal|address|street|country|given|family|name$|coupon|loyalty|quantity)/.test(kind)
  )
    return false;
  const own = `${control.name} ${control.id} ${control.getAttribute('placeholder')} ${control.getAttribute('aria-label')}`;
  const isNamed = NAMED.test(own);
  for (
    let box = parentElementOf(control), depth = 0;
    box && depth < 5;
    box = parentElementOf(box), depth += 1
  ) {
    const fields = queryAllIn(box, 'input:not([type=hidden]):not([type=submit]), select, textarea').length;
    if (fields > 2 && !isNamed) return false;
    const text = normaliseText(textOf(box, 600));
    const hasPicture = [...queryAllIn(box, PICTURES)].some(
      (picture) =>
        NAMED.test(
          `${picture.id} ${attributeOf(picture, 'class')} ${attributeOf(picture, 'alt')} ${attributeOf(picture, 'src')}`,
        ) && isRendered(picture),
    );
    const hasAnyPicture = [...queryAllIn(box, PICTURES)].some(
      (picture) => rectOf(picture).width >= 60 && isRendered(picture),
    );
    if (hasPicture || SUM.test(text) || (ASKED.test(text) && (isNamed || hasAnyPicture))) return true;
    if (isNamed && box.tagName === 'FORM' && ASKED.test(text)) return true;
    if (box.tagName === 'FORM') return false;
  }
  return false;
}
