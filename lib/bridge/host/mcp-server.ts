import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { operations, type OperationName } from '../protocol/operations.ts';
import { CountersignError, type CountersignClient } from './agent-client.ts';

/** Tools take an idempotency key where one is needed; without it the server mints one per call. */
const Key = {
  idempotency_key: z
    .string()
    .max(200)
    .optional()
    .describe('Repeat with the same key to get the same answer.'),
};

/** Serves the agent's operations as MCP tools over stdio. Approval is never a tool. */
export async function runMcpServer(client: CountersignClient, version: string): Promise<void> {
  const server = new McpServer({ name: 'countersign', version });
  for (const name of Object.keys(operations) as OperationName[]) {
    const { summary, input, isReadOnly, needsKey } = operations[name];
    const shape: Record<string, z.ZodType> =
      name === 'agent_request'
        ? { name: operations.agent_request.input.shape.name }
        : { ...(input.shape as Record<string, z.ZodType>) };
    server.registerTool(
      name,
      {
        description: summary,
        inputSchema: z.strictObject({ ...shape, ...(needsKey ? Key : {}) }),
        annotations: {
          readOnlyHint: isReadOnly,
          idempotentHint: true,
          destructiveHint: false,
          openWorldHint: !isReadOnly,
        },
      },
      async (argumentsOfCall: Record<string, unknown>) => {
        try {
          return toResult(await perform(client, name, argumentsOfCall));
        } catch (problem) {
          return toError(problem);
        }
      },
    );
  }
  await server.connect(new StdioServerTransport());
}

function perform(
  client: CountersignClient,
  name: OperationName,
  given: Record<string, unknown>,
): Promise<unknown> {
  if (name === 'agent_request') return client.requestAccess(String(given.name));
  const { idempotency_key: key, ...input } = given;
  return client.call(name, input, typeof key === 'string' ? key : undefined);
}

const toResult = (value: unknown) => ({
  content: [{ type: 'text' as const, text: JSON.stringify(value) }],
  structuredContent: value as Record<string, unknown>,
});

function toError(problem: unknown) {
  const error =
    problem instanceof CountersignError
      ? { code: problem.code, message: problem.message, fix: problem.fix }
      : { code: 'internal', message: 'The call failed.', fix: 'Run: countersign doctor.' };
  return { ...toResult({ error }), isError: true };
}
