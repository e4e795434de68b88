import type { DecisionScreen as Decision } from '../../lib/ui/screen.ts';
import { ApproveAgent } from '../agent/approve-agent.tsx';
import { StoppedAgent } from '../agent/stopped-agent.tsx';
import { ApproveSheet } from '../checkout/approve-sheet.tsx';
import { HandoffSheet } from '../checkout/handoff-sheet.tsx';
import { UnknownSheet } from '../checkout/unknown-sheet.tsx';
import { PickOption } from '../choice/pick-option.tsx';
import { SignMandate } from '../mandate/sign-mandate.tsx';
import type { ScreenContext } from './use-surface.ts';

/** What waits for the operator, one decision a screen. */
export function DecisionScreen({ screen, ...context }: ScreenContext & { screen: Decision }) {
  const { surface, snapshot, refusal, isBusy, choose } = context;
  const { ask } = surface;
  const common = { isReadOnly: snapshot.isReadOnly, isBusy, refusal };
  if (screen.kind === 'agent') {
    const agentId = screen.agent.id;
    return (
      <ApproveAgent
        {...common}
        key={agentId}
        agent={screen.agent}
        onApprove={() => void ask((call) => call('agent.approve', { agentId }))}
        onDeny={() => void ask((call) => call('agent.deny', { agentId }))}
      />
    );
  }
  if (screen.kind === 'stopped_agent') {
    const agentId = screen.agent.id;
    return (
      <StoppedAgent
        {...common}
        key={agentId}
        agent={screen.agent}
        onLetGoOn={() => void ask((call) => call('agent.resume', { agentId }))}
        onRevoke={() => void ask((call) => call('agent.revoke', { agentId }))}
      />
    );
  }
  if (screen.kind === 'mandate') {
    const { id: mandateId, digest, missingSites } = screen.mandate;
    const sign = async () => {
      // First of all: the browser asks for sites only in the very turn of the press.
      if (missingSites.length > 0) await surface.requestSites(missingSites);
      await ask((call) => call('mandate.sign', { mandateId, digest }));
    };
    return (
      <SignMandate
        {...common}
        key={mandateId}
        mandate={screen.mandate}
        onSign={() => void sign()}
        onReject={() => void ask((call) => call('mandate.reject', { mandateId }))}
      />
    );
  }
  if (screen.kind === 'choice') {
    const { id: choiceId } = screen.choice;
    return (
      <PickOption
        {...common}
        key={choiceId}
        choice={screen.choice}
        onPick={(picked) => void ask((call) => call('choice.pick', { choiceId, picked }))}
        onReject={() => void ask((call) => call('choice.reject', { choiceId }))}
      />
    );
  }
  const { checkout } = screen;
  const checkoutId = checkout.id;
  const follow = () => choose({ followed: checkoutId });
  switch (screen.kind) {
    case 'preview':
      return (
        <ApproveSheet
          {...common}
          key={checkoutId}
          checkout={checkout}
          mandate={snapshot.mandates.find(({ id }) => id === checkout.mandateId)}
          loadPicture={surface.pictureOf}
          onApprove={(intentHash, merchant) => {
            follow();
            void ask((call) => call('checkout.approve', { checkoutId, intentHash, merchant }));
          }}
          onReject={() => void ask((call) => call('checkout.reject', { checkoutId }))}
          onExtend={() => void ask((call) => call('checkout.extend', { checkoutId }))}
        />
      );
    case 'handoff':
      return (
        <HandoffSheet
          {...common}
          key={checkoutId}
          checkout={checkout}
          onGoToTab={() => void ask((call) => call('handoff.go-to-tab', { checkoutId }))}
          onDone={() => {
            follow();
            void ask((call) => call('handoff.done', { checkoutId }));
          }}
          onGiveUp={() => void ask((call) => call('handoff.give-up', { checkoutId }))}
          onExtend={() => void ask((call) => call('handoff.extend', { checkoutId }))}
        />
      );
    default:
      return (
        <UnknownSheet
          {...common}
          key={checkoutId}
          checkout={checkout}
          checkIssuer={surface.checkIssuer}
          onState={(said) => void ask((call) => call('unknown.state', { checkoutId, said }))}
        />
      );
  }
}
