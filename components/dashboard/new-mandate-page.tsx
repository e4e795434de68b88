import { useState } from 'react';
import { useLocation } from 'wouter';
import { cleanText } from '../../lib/ui/clean-text.ts';
import {
  EMPTY_MANDATE,
  MANDATE_TEMPLATES,
  readMandateForm,
  type MandateForm,
} from '../../lib/ui/mandate-templates.ts';
import type { AgentView } from '../../lib/ui/snapshot-views.ts';
import { useDraft } from '../../lib/ui/use-draft.ts';
import type { MessageKey } from '../../lib/ui/translate.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { useLanguage } from '../primitives/language.tsx';
import { Note, Refusal } from '../primitives/note.tsx';
import { SelectField } from '../primitives/select-field.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';

interface FormField {
  name: keyof MandateForm;
  label: MessageKey;
  hint?: MessageKey;
  isOptional?: boolean;
  inputMode?: 'decimal' | 'numeric';
  maxLength?: number;
}

const FIELDS: readonly FormField[] = [
  { name: 'purpose', label: 'mandatePurpose', hint: 'mandatePurposeHint', maxLength: 280 },
  { name: 'workflow', label: 'termWorkflow', hint: 'workflowHint', isOptional: true, maxLength: 80 },
  { name: 'amount', label: 'termBudget', hint: 'amountHint', inputMode: 'decimal' },
  {
    name: 'perPayment',
    label: 'perPaymentLabel',
    hint: 'amountHint',
    inputMode: 'decimal',
    isOptional: true,
  },
  { name: 'askAbove', label: 'askAboveLabel', hint: 'amountHint', inputMode: 'decimal', isOptional: true },
  {
    name: 'maxPayments',
    label: 'termMaxPayments',
    hint: 'maxPaymentsHint',
    inputMode: 'numeric',
    isOptional: true,
    maxLength: 4,
  },
  { name: 'merchants', label: 'termMerchants', hint: 'merchantsHint', isOptional: true },
  { name: 'days', label: 'validDays', hint: 'validDaysHint', inputMode: 'numeric', maxLength: 3 },
];

function Templates({ onPick }: { onPick: (form: Partial<MandateForm>) => void }) {
  const { t } = useLanguage();
  return (
    <div className="row wraps" role="group" aria-label={t('templates')}>
      {MANDATE_TEMPLATES.map(({ name, form }) => (
        <Button key={name} isSmall onPress={() => onPick({ ...form, workflow: t(name) })}>
          {t(name)}
        </Button>
      ))}
    </div>
  );
}

function MandateForm({ surface, snapshot, isBusy, agents }: PageContext & { agents: readonly AgentView[] }) {
  const { t } = useLanguage();
  const [, go] = useLocation();
  const [form, setForm, forget] = useDraft('new-mandate', EMPTY_MANDATE);
  const [chosen, setChosen] = useState(agents[0]!.id);
  const [wrong, setWrong] = useState<FormField>();
  const change = (part: Partial<MandateForm>) => {
    setWrong(undefined);
    setForm({ ...form, ...part });
  };
  const submit = async () => {
    const draft = readMandateForm(form, chosen);
    if (!draft.ok) {
      setWrong(FIELDS.find(({ name }) => name === draft.error));
      return;
    }
    const id = await surface.draftMandate(draft.value);
    if (id === undefined) return;
    forget();
    go(`/waiting/mandate/${id}`);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {wrong && <Refusal>{t('errorField', t(wrong.label))}</Refusal>}
      <fieldset className="fields two" disabled={snapshot.isReadOnly}>
        <legend className="vh">{t('newMandate')}</legend>
        <Templates onPick={change} />
        <SelectField
          label={t('agent')}
          value={chosen}
          options={agents.map(({ id, name }) => ({ value: id, words: cleanText(name, 60) }))}
          onChange={(id) => setChosen(id as AgentView['id'])}
        />
        {FIELDS.map(({ name, label, hint, isOptional, inputMode, maxLength }) => (
          <Field
            key={name}
            label={t(label)}
            value={form[name]}
            onChange={(value) => change({ [name]: value })}
            isOptional={isOptional}
            hint={hint && t(hint)}
            maxLength={maxLength}
            {...(inputMode && { inputMode })}
          />
        ))}
      </fieldset>
      {!snapshot.isReadOnly && (
        <p className="row actions">
          <Button look="primary" isSubmit isDisabled={isBusy}>
            {t('draftMandate')}
          </Button>
        </p>
      )}
    </form>
  );
}

/** A mandate in the operator's own words, from a template. It is drafted here and read and signed on the next page. */
export function NewMandatePage(context: PageContext) {
  const { t } = useLanguage();
  const agents = context.snapshot.agents.filter(({ status }) => status === 'approved');
  return (
    <PageFrame title={t('newMandate')} refusal={context.refusal}>
      <Box>
        {agents.length === 0 ? (
          <Note tone="plain" icon="agent">
            {t('noMandateText')}
          </Note>
        ) : (
          <MandateForm {...context} agents={agents} />
        )}
      </Box>
    </PageFrame>
  );
}
