import { isCovered } from '../dom/coverage.ts';
import { contains } from '../dom/own-members.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import { DIALOGS, queryAll, type Scene, type Signal } from './signal.ts';

const ADDRESS =
  /(verify|confirm|check|review) (your|the|this) (shipping |delivery )?address|suggested address|address (suggestion|validation|verification|not found)|did you mean.{0,40}address|use (this|suggested|entered|original) address|adresse (prufen|bestatigen|uberprufen)|vorgeschlagene adresse|meinten sie|(verifiez|confirmez) votre adresse|adresse (suggeree|proposee)|(verifica|confirma|verifique) (tu|su|la) direccion|direccion sugerida|(verifica|conferma) (il tuo |l')indirizzo|indirizzo suggerito|(verifique|confirme) (o seu |seu )?endereco|controleer (je|uw) adres|voorgesteld adres|(sprawdz|potwierdz) adres|住所を確認|确认(您的)?地址|주소.{0,6}확인|(проверьте|подтвердите).{0,8}адрес|adresinizi (dogrula|onayla|kontrol)/;
const CONSENT =
  /cookie|consent|privacy|terms (and|&|of)|einwilligung|zustimm|datenschutz|agb\b|consentement|confidentialite|conditions generales|consentimiento|privacidad|terminos|consenso|informativa|termini|consentimento|termos|toestemming|voorwaarden|zgod|regulamin|クッキー|利用規約|同意|隐私|条款|쿠키|약관|동의|согласи|конфиденциальн|onay|gizlilik|cerez|الخصوصية|ملفات تعريف/;

/** Finds a dialog over the next action that wants a decision: which address is right, or a consent. */
export function findAskedDecisions({ tree, nextAction }: Scene): Signal[] {
  const dialogs = queryAll(tree, DIALOGS).filter(isRendered);
  const texts = dialogs.map((dialog) => normaliseText(textOf(dialog, 1_000)));
  const signals: Signal[] = [];
  if (texts.some((text) => ADDRESS.test(text)))
    signals.push({
      name: 'consent:address',
      isVisible: true,
      detail: 'the shop asks which address is right',
    });
  // A bar at the edge is nobody's wall; one that lies over the control that leads on is.
  const isInTheWay =
    nextAction !== null && !dialogs.some((dialog) => contains(dialog, nextAction)) && isCovered(nextAction);
  if (isInTheWay && texts.some((text) => CONSENT.test(text)))
    signals.push({
      name: 'consent:terms',
      isVisible: true,
      detail: 'a consent is asked for before going on',
    });
  return signals;
}
