import { Link } from 'wouter';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { mandateStatusKey } from '../../lib/ui/message-keys.ts';
import { MandateSheet } from '../mandate/mandate-sheet.tsx';
import { MandateTable } from '../mandate/mandate-table.tsx';
import { useLanguage } from '../primitives/language.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';
import { RehearseBox } from './rehearse-box.tsx';
import { ReplayBox } from './replay-box.tsx';

/** All mandates with what is left of each; each opens. */
export function MandatesPage({ snapshot, refusal }: PageContext) {
  const { t } = useLanguage();
  const { mandates } = snapshot;
  return (
    <PageFrame
      title={t('mandates')}
      refusal={refusal}
      actions={
        <Link className="btn sm" href="/mandates/new">
          {t('newMandate')}
        </Link>
      }
    >
      <Box>
        <MandateTable mandates={mandates} />
      </Box>
      {mandates.length > 0 && (
        <Box title={t('changeMandate')}>
          <ul className="list">
            {mandates.toReversed().map(({ id, workflow, purpose, agentName, status }) => (
              <li key={id}>
                <Link
                  className="grow"
                  href={status === 'pending_signature' ? `/waiting/mandate/${id}` : `/mandates/${id}`}
                >
                  <bdi>{cleanText(workflow || purpose, 80)}</bdi>
                </Link>
                <span className="small muted">
                  <bdi>{cleanText(agentName, 60)}</bdi>, {t(mandateStatusKey(status))}
                </span>
              </li>
            ))}
          </ul>
        </Box>
      )}
    </PageFrame>
  );
}

/** One mandate, as it was signed, with the ways to hold, let go on, or end it. */
export function MandatePage(props: PageContext & { id: string; onClose: () => void }) {
  const { snapshot, surface, refusal, isBusy, id, onClose } = props;
  const { t } = useLanguage();
  const mandate = snapshot.mandates.find((one) => one.id === id);
  if (!mandate) return <PageFrame title={t('errorOther')}>{null}</PageFrame>;
  const mandateId = mandate.id;
  return (
    <>
      <section className="sheetbox">
        <MandateSheet
          mandate={mandate}
          isReadOnly={snapshot.isReadOnly}
          isBusy={isBusy}
          refusal={refusal}
          onPause={() => void surface.ask((call) => call('mandate.pause', { mandateId }))}
          onResume={() => void surface.ask((call) => call('mandate.resume', { mandateId }))}
          onRevoke={() => void surface.ask((call) => call('mandate.revoke', { mandateId }))}
          onAllowShops={() => void surface.requestSites(mandate.missingSites)}
          onAskAgain={(merchant) =>
            void surface.ask((call) => call('mandate.disallow-merchant', { mandateId, merchant }))
          }
          onClose={onClose}
        />
      </section>
      <RehearseBox surface={surface} mandate={mandate} />
      <ReplayBox surface={surface} mandate={mandate} />
    </>
  );
}
