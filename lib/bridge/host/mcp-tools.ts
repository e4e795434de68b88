import { z } from 'zod';
import { isOperationName, operations, type OperationName } from '../protocol/operations.ts';

const Key = z.string().max(200).optional().describe('Only to repeat a call: the key of its first answer.');

/** What a tool takes: an operation's input, less what is made here, and a key where the operation has one. */
export function toolInputOf(name: OperationName): z.ZodObject {
  if (name === 'agent_request') return operations.agent_request.input.pick({ name: true }).strict();
  const { input, needsKey } = operations[name];
  return needsKey ? input.extend({ idempotency_key: Key }).strict() : input;
}

/**
 * Lists the tools in the order of the table. Without output schemas: sixteen of them cost a model 4,000 tokens of its
 * context and tell it nothing that the results do not show.
 */
export function listTools() {
  return Object.keys(operations)
    .filter(isOperationName)
    .map((name) => {
      const { summary, isReadOnly, needsKey } = operations[name];
      const { $schema, ...schema } = z.toJSONSchema(toolInputOf(name), { io: 'input' });
      void $schema;
      return {
        name,
        description: summary,
        inputSchema: { ...schema, type: 'object' as const },
        annotations: {
          readOnlyHint: isReadOnly,
          destructiveHint: 'isDestructive' in operations[name],
          idempotentHint: !needsKey,
          openWorldHint: name.startsWith('checkout_') || name === 'payment_execute',
        },
      };
    });
}
