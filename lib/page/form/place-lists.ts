import { normaliseText } from '../dom/text.ts';
import { setKind } from './card-group.ts';
import type { ControlWords } from './control-words.ts';
import type { FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';

/** Names that only a list of such places offers together; each in the languages that shops write it in. */
const PLACES: readonly (readonly [FieldKind, readonly RegExp[]])[] = [
  [
    'country',
    [
      /^(germany|deutschland|allemagne|alemania|germania|alemanha|duitsland|niemcy|ドイツ|德国|德國|독일|германия)$/,
      /^(france|frankreich|francia|franca|frankrijk|francja|フランス|法国|法國|프랑스|франция)$/,
      /^(austria|osterreich|autriche|oostenrijk|オーストリア)$/,
      /^(switzerland|schweiz|suisse|suiza|svizzera|スイス)$/,
      /^(italy|italien|italie|italia|wlochy|イタリア|意大利)$/,
      /^(spain|spanien|espagne|espana|spagna|espanha|スペイン|西班牙)$/,
      /^(canada|kanada|カナダ|加拿大|캐나다)$/,
      /^(united states( of america)?|usa|us|vereinigte staaten|etats-unis|estados unidos|stati uniti|アメリカ|美国|美國|미국|сша)$/,
      /^(united kingdom|great britain|uk|イギリス|英国|英國|영국)$/,
      /^(japan|日本|일본)$/,
      /^(india|indien|भारत)$/,
      /^(brazil|brasil)$/,
    ],
  ],
  ['address-level1', [/^alabama$/, /^california$/, /^ohio$/, /^texas$/, /^wyoming$/]],
  ['address-level1', [/^al$/, /^ca$/, /^oh$/, /^tx$/, /^wy$/, /^nj$/]],
  ['address-level1', [/^ontario$/, /^alberta$/, /^manitoba$/, /^quebec$/]],
  ['address-level1', [/^(new south wales|nsw)$/, /^(queensland|qld)$/, /^(tasmania|tas)$/]],
  ['address-level1', [/^北海道$/, /^東京都?$/, /^大阪府?$/, /^沖縄県?$/]],
  ['address-level1', [/^(bayern|bavaria)$/, /^(hessen|hesse)$/, /^(sachsen|saxony)$/]],
  ['address-level1', [/^kerala$/, /^maharashtra$/, /^gujarat$/, /^punjab$/]],
  ['address-level1', [/^sao paulo$/, /^bahia$/, /^parana$/, /^ceara$/]],
  ['address-level1', [/^sp$/, /^ba$/, /^rj$/, /^pr$/]],
];

const DIALLING_CODE = /(^|[^\d])\+ ?\d{1,4}\)?$|^\+\d{1,4}\b/;

/** So many of the first choices show dialling codes: lists of all countries are long. */
const FIRST_CHOICES = 8;

/** Kinds that words give such a list besides those below. */
const DIALLED: ReadonlySet<FieldKind | null> = new Set(['country', 'tel', 'tel-area-code']);

/** Kinds that words give a list by mistake, for they stand over the whole address. */
const MISTAKEN: ReadonlySet<FieldKind | null> = new Set([null, 'street-address', 'address-line1', 'name']);

/** So many of the names show what a list is of. */
const ENOUGH = 2;

/** Tells lists of countries, regions and dialling codes by what they offer, where nothing is said of them. */
export function judgePlaces(words: readonly ControlWords[], opinions: readonly Opinion[]): void {
  words.forEach(({ control, list }, index) => {
    const opinion = opinions[index]!;
    const { kind, isDeclared } = opinion;
    const isMistaken = MISTAKEN.has(kind);
    if (control.tagName !== 'SELECT' || list !== null || isDeclared || !(isMistaken || DIALLED.has(kind)))
      return;
    const { options } = control as HTMLSelectElement;
    if (areDiallingCodes(options)) setKind(opinion, 'tel-country-code', 'list:places', 3);
    else if (isMistaken) {
      const offered = [...options].map(({ text }) => normaliseText(text.trim()));
      const place = PLACES.find(([, names]) => countOf(names, offered) >= ENOUGH);
      if (place) setKind(opinion, place[0], 'list:places', 2);
    }
  });
}

function areDiallingCodes(options: HTMLOptionsCollection): boolean {
  const count = Math.min(options.length, FIRST_CHOICES);
  let codes = 0;
  for (let index = 0; index < count; index += 1)
    if (DIALLING_CODE.test(options[index]!.text.trim())) codes += 1;
  return count > 1 && codes * 2 > count;
}

function countOf(names: readonly RegExp[], offered: readonly string[]): number {
  return names.filter((name) => offered.some((text) => name.test(text))).length;
}
