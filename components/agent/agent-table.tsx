import { cleanText } from '../../lib/ui/clean-text.ts';
import { agentStatusKey } from '../../lib/ui/message-keys.ts';
import type { AgentView } from '../../lib/ui/snapshot-views.ts';
import { useLanguage } from '../primitives/language.tsx';

/** Agents with their state. The name is each agent's own claim. */
export function AgentTable({ agents }: { agents: readonly AgentView[] }) {
  const { t } = useLanguage();
  if (agents.length === 0) return <p className="muted">{t('noAgents')}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('agent')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {agents.map((agent) => (
          <tr key={agent.id}>
            <td>
              <strong>
                <bdi>{cleanText(agent.name, 60)}</bdi>
              </strong>
              <br />
              <span className="ref muted">{agent.id}</span>
            </td>
            <td>{t(agentStatusKey(agent.status))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
