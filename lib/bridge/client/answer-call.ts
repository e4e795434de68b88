import { z } from 'zod';
import type { Result } from '../../kernel/result.ts';
import type { ClientFrame, ExtensionFrame, WireError } from '../protocol/frames.ts';
import { isOperationName, operations, type OperationName } from '../protocol/operations.ts';

/** One call of a client whose identity has been proven. */
export interface AgentCall {
  /** `null` on a connection that has not proven an agent: it can only ask for access. */
  readonly agentId: string | null;
  readonly operation: OperationName;
  readonly input: unknown;
  readonly idempotencyKey: string | null;
}

export type Dispatch = (call: AgentCall) => Promise<Result<unknown, WireError>>;
export type CallFrame = Extract<ClientFrame, { kind: 'call' }>;

/** Parses a call, has it performed, and parses the answer: nothing leaves that its schema has no place for. */
export async function answerCall(
  agentId: string | null,
  frame: CallFrame,
  dispatch: Dispatch,
): Promise<ExtensionFrame> {
  const refuse = (code: string, message: string, fix: string): ExtensionFrame => ({
    kind: 'error',
    seq: frame.seq,
    error: { code, message, fix },
  });
  const name = frame.operation;
  if (!isOperationName(name)) {
    return refuse(
      'unknown_operation',
      `There is no operation ${name.slice(0, 60)}.`,
      'List the tools; if it should exist, update the extension.',
    );
  }
  if (agentId === null && name !== 'agent_request') {
    return refuse('not_paired', 'Without access only access can be asked for.', 'Call agent_request.');
  }
  const operation = operations[name];
  const input = operation.input.safeParse(frame.input);
  if (!input.success) {
    const problem = z.prettifyError(input.error).slice(0, 400);
    return refuse('invalid_input', problem, 'Correct the arguments.');
  }
  if (operation.needsKey && !frame.idempotency_key)
    return refuse('key_required', 'The call needs an idempotency key.', 'Send idempotency_key.');
  const unanswerable = () =>
    refuse('internal', 'The extension could not answer.', 'Read the state with the matching get or list.');
  try {
    const result = await dispatch({
      agentId,
      operation: name,
      input: input.data,
      idempotencyKey: frame.idempotency_key,
    });
    if (!result.ok) return { kind: 'error', seq: frame.seq, error: result.error };
    const value = operation.output.safeParse(result.value);
    return value.success ? { kind: 'result', seq: frame.seq, value: value.data } : unanswerable();
  } catch {
    // A fault of ours is told as such; its text may hold what agents must not see.
    return unanswerable();
  }
}
