/** What the dumb client is asked to buy, in the words that a person would use. */
export interface SkillTask {
  readonly name: string;
  readonly amount: string;
  readonly purpose: string;
  readonly merchant: string;
  readonly url: string;
}

interface Answer {
  readonly status: string;
  readonly id: string;
  readonly code?: string;
  readonly next_action?: { owner: string; message: string };
  readonly receipt?: { order_ref: string } | null;
}

interface Surroundings {
  /** Runs a command line of the skill's; gives the JSON that it prints. */
  run(commandLine: string): Promise<unknown>;
  /** Says something to the operator. */
  tell(words: string): void;
}

/** The rows of a table of the skill, each as its cells. */
const rowsOf = (skill: string, header: string): string[][] =>
  (skill.split(header)[1] ?? '')
    .split('\n')
    .slice(1)
    .filter((line, index, lines) =>
      lines.slice(0, index + 1).every((one) => index === 0 || one.startsWith('|')),
    )
    .filter((line) => line.startsWith('|') && !line.startsWith('| --'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

const codeOf = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

/**
 * An agent without any understanding: it has read the skill and nothing else. Commands come from its first table by
 * what they are for, and what to do next from its table of statuses.
 */
export async function followSkill(skill: string, task: SkillTask, world: Surroundings): Promise<Answer> {
  const purposes = rowsOf(skill, '| to ');
  const statuses = rowsOf(skill, '| status ');
  const commandTo = (purpose: string): string => {
    const row = purposes.find(([to]) => to === purpose);
    const command = codeOf(row?.[2])[0];
    if (!command) throw new Error(`the skill does not say how to ${purpose}`);
    return command;
  };
  const say = (command: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).reduce((line, [word, value]) => line.replaceAll(word, value), command);
  const run = async (command: string, values: Readonly<Record<string, string>> = {}) =>
    (await world.run(say(command, values))) as Answer;
  /** What the skill says to do in a status: the tool that its row names last. */
  const toDoIn = (status: string) => {
    const row = statuses.find(([names]) => codeOf(names).includes(status));
    if (!row) throw new Error(`the skill does not know the status ${status}`);
    return { owner: row[1], tools: codeOf(row[2]) };
  };
  const until = async (command: string, values: Readonly<Record<string, string>>, wanted: string) => {
    for (;;) {
      const answer = await run(command, values);
      if (answer.status === wanted) return;
    }
  };

  const asked = await run(commandTo('ask for access, once'), { NAME: task.name });
  world.tell(`Approve me only if the popup shows ${asked.code ?? ''}`);
  const status = codeOf(purposes.find(([to]) => to === 'ask for access, once')?.[2])[1] ?? '';
  await until(`countersign ${status}`, {}, 'approved');

  const mandate = await run(commandTo('draft a mandate'), {
    '50.00': task.amount,
    '…': task.purpose,
    'shop.example': task.merchant,
  });
  world.tell('Please read and sign the mandate in the Countersign popup.');
  const show = codeOf(purposes.find(([to]) => to === 'read mandates')?.[2])[1] ?? '';
  await until(`countersign ${show}`, { ID: mandate.id }, 'active');

  const fill = commandTo('fill a checkout, pay nothing').replace('--mandate ID', `--mandate ${mandate.id}`);
  let checkout = await run(fill, { URL: task.url });
  for (let isOrdered = false; ; ) {
    const { owner, tools } = toDoIn(checkout.status);
    if (owner === 'operator') world.tell(checkout.next_action?.message ?? checkout.status);
    if (tools.includes('checkout_execute') && !isOrdered) {
      isOrdered = true;
      checkout = await run(commandTo('pay what was previewed'), { ID: checkout.id });
    } else if (tools.includes('checkout_wait')) {
      checkout = await run(commandTo('follow a checkout'), { '5m': '10s', ID: checkout.id });
    } else return checkout;
  }
}
