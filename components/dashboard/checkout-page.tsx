import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { CheckoutRecord } from '../checkout/checkout-record.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Refusal } from '../primitives/note.tsx';
import type { PageContext } from './context.ts';
import { PageFrame } from './page-frame.tsx';
import { RecourseBox } from './recourse-box.tsx';
import { saveFile } from './save-file.ts';
import { useAnswer } from './use-reading.ts';

function KnownRun({ checkout, ...context }: PageContext & { checkout: CheckoutView }) {
  const { surface, snapshot, refusal } = context;
  const { id } = checkout;
  const saveEvidence = async () => {
    const evidence = await surface.produce('records.evidence', { checkoutId: id });
    if (evidence) saveFile(`countersign-evidence-${id}.json`, evidence.text);
  };
  return (
    <>
      {refusal && <Refusal>{refusal}</Refusal>}
      <CheckoutRecord
        checkout={checkout}
        loadPicture={surface.pictureOf}
        onSaveEvidence={snapshot.isReadOnly ? undefined : () => void saveEvidence()}
        recourse={!snapshot.isReadOnly && <RecourseBox {...context} checkout={checkout} />}
      />
    </>
  );
}

function OlderRun({ id, ...context }: PageContext & { id: CheckoutView['id'] }) {
  const { t } = useLanguage();
  const { surface, snapshot } = context;
  const read = useAnswer(surface, snapshot.revision, 'records.checkout', { checkoutId: id });
  if (read.value?.checkout) return <KnownRun {...context} checkout={read.value.checkout} />;
  return read.value || read.refusal ? <PageFrame title={t('errorOther')}>{null}</PageFrame> : null;
}

/** The full record of one run: out of the snapshot, or asked for when it is too old to be in it. */
export function CheckoutPage({ id, ...context }: PageContext & { id: CheckoutView['id'] }) {
  const recent = context.snapshot.checkouts.find((checkout) => checkout.id === id);
  return recent ? <KnownRun {...context} checkout={recent} /> : <OlderRun {...context} id={id} />;
}
