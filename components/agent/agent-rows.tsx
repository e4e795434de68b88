import { cleanText } from '../../lib/ui/clean-text.ts';
import type { AgentView } from '../../lib/ui/snapshot-views.ts';
import { ConfirmButton } from '../primitives/confirm-button.tsx';
import { Icon } from '../primitives/icon.tsx';
import { useLanguage } from '../primitives/language.tsx';

interface AgentRowsProps {
  agents: readonly AgentView[];
  isReadOnly: boolean;
  onRevoke: (agent: AgentView) => void;
}

/** Agents that have access, each with the way to take it away. */
export function AgentRows({ agents, isReadOnly, onRevoke }: AgentRowsProps) {
  const { t } = useLanguage();
  return (
    <ul className="list tight">
      {agents.map((agent) => {
        const name = cleanText(agent.name, 60);
        return (
          <li key={agent.id}>
            <Icon name="agent" />
            <span className="grow clip1">
              <bdi>{name}</bdi>
            </span>
            {!isReadOnly && (
              <ConfirmButton
                isSmall
                label={t('revokeNamed', name)}
                confirm={t('sure')}
                onConfirm={() => onRevoke(agent)}
              >
                {t('revoke')}
              </ConfirmButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
