import { Link } from 'wouter';
import { cleanText } from '../../lib/ui/clean-text.ts';
import { agentStatusKey } from '../../lib/ui/message-keys.ts';
import type { AgentView } from '../../lib/ui/snapshot-views.ts';
import { Button } from '../primitives/button.tsx';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { useLanguage } from '../primitives/language.tsx';
import type { PageContext } from './context.ts';
import { Box, PageFrame } from './page-frame.tsx';

function AgentActions({ agent, surface }: { agent: AgentView } & Pick<PageContext, 'surface'>) {
  const { t } = useLanguage();
  const name = cleanText(agent.name, 60);
  const agentId = agent.id;
  if (agent.status === 'requested' || agent.status === 'stopped')
    return (
      <Link
        className="btn sm"
        href={`/waiting/${agent.status === 'stopped' ? 'stopped_agent' : 'agent'}/${agentId}`}
      >
        {t('review')}
      </Link>
    );
  if (agent.status !== 'approved' && agent.status !== 'paused') return null;
  const isPaused = agent.status === 'paused';
  const change = isPaused ? 'agent.resume' : 'agent.pause';
  return (
    <span className="row actions">
      <Button
        isSmall
        label={t(isPaused ? 'resumeNamed' : 'pauseNamed', name)}
        onPress={() => void surface.ask((call) => call(change, { agentId }))}
      >
        {t(isPaused ? 'resume' : 'pause')}
      </Button>
      <ConfirmButton
        isSmall
        label={t('revokeNamed', name)}
        confirm={t('sure')}
        onConfirm={() => void surface.ask((call) => call('agent.revoke', { agentId }))}
      >
        {t('revoke')}
      </ConfirmButton>
    </span>
  );
}

/** Agents with their state, and the ways to hold, let go on, or send away. The name is each agent's own claim. */
export function AgentsPage({ surface, snapshot, refusal }: PageContext) {
  const { t, count } = useLanguage();
  const { agents, mandates } = snapshot;
  const active = (agent: AgentView) =>
    mandates.filter(({ agentId, status }) => agentId === agent.id && status === 'active').length;
  return (
    <PageFrame title={t('agents')} refusal={refusal}>
      <Box>
        {agents.length === 0 ? (
          <p className="muted">{t('noAgents')}</p>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('agent')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('mandates')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {agents.toReversed().map((agent) => (
                <tr key={agent.id}>
                  <td>
                    <strong>
                      <bdi>{cleanText(agent.name, 60)}</bdi>
                    </strong>
                    <br />
                    <span className="ref muted">{agent.id}</span>
                  </td>
                  <td>
                    {t(agentStatusKey(agent.status))}
                    {agent.isOftenRefused && (
                      <>
                        <br />
                        <span className="small muted">{t('refusedOften')}</span>
                      </>
                    )}
                  </td>
                  <td className="small muted">{count('activeMandates', active(agent))}</td>
                  <td className="num">
                    {!snapshot.isReadOnly && <AgentActions agent={agent} surface={surface} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Box>
    </PageFrame>
  );
}
