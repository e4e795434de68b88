import type { Command } from 'commander';
import { operations } from '../../protocol/operations.ts';
import { readJsonFile } from './json-file.ts';
import { collect, KEY_OPTION, type Session } from './session.ts';

/** Adds the commands about access, money and authority. */
export function addWalletCommands(program: Command, session: Session): void {
  addAgent(program.command('agent').description('access to the wallet'), session);
  program
    .command('wallet')
    .description('the wallet')
    .command('balance')
    .description('available, reserved and spent money')
    .option('--currency <code>', 'ISO 4217 code', 'USD')
    .action((options: { currency: string }) => session.call('wallet_balance', options));
  program
    .command('spend')
    .description('what was spent')
    .command('summary')
    .description('by merchant and workflow')
    .option('--days <count>', 'how far back', '7')
    .option('--currency <code>', 'ISO 4217 code', 'USD')
    .action(({ days, currency }: { days: string; currency: string }) =>
      session.call('spend_summary', { days: Number(days), currency }),
    );
  addMandate(program.command('mandate').description('spending authority, signed once'), session);
  addCard(program.command('card').description('single-use cards; their numbers are never shown'), session);
}

function addAgent(agent: Command, session: Session): void {
  agent
    .command('request')
    .description('ask the operator for access; compare the code with the popup')
    .requiredOption('--name <name>', 'your name, as the operator will see it')
    .action(({ name }: { name: string }) => session.perform((client) => client.requestAccess(name)));
  agent
    .command('status')
    .description('tell whether access was approved')
    .action(() => session.call('agent_status', {}));
  agent
    .command('rotate')
    .description('replace the key of this agent now; it is replaced by itself once a day')
    .action(() =>
      session.perform(async (client) => {
        await client.rotateKey();
        return { status: 'ok' };
      }),
    );
}

interface MandateOptions {
  readonly amount: string;
  readonly currency: string;
  readonly purpose: string;
  readonly merchant?: string[];
  readonly perPayment?: string;
  readonly askAbove?: string;
  readonly maxPayments?: string;
  readonly tolerance?: string;
  readonly expires?: string;
  readonly workflow?: string;
  readonly terms?: string;
  readonly supersedes?: string;
  readonly idempotencyKey?: string;
}

/** Terms that have no option of their own. */
const FurtherTerms = operations.payment_request.input
  .omit({ amount: true, currency: true, purpose: true, supersedes: true })
  .partial();

function addMandate(mandate: Command, session: Session): void {
  mandate
    .command('request')
    .description('draft a mandate, which the operator signs')
    .requiredOption('--amount <amount>', 'the budget, such as 50.00')
    .requiredOption('--currency <code>', 'ISO 4217 code')
    .requiredOption('--purpose <text>', 'what it is for')
    .option('--merchant <domain>', 'a merchant; repeat for several, none to be asked at each', collect)
    .option('--per-payment <amount>', 'the most that one payment may cost')
    .option('--ask-above <amount>', 'ask the operator above this')
    .option('--max-payments <count>', 'how many payments')
    .option('--tolerance <amount>', 'how far a card may be locked above the total')
    .option('--expires <time>', 'such as 12h; 30d when absent')
    .option('--workflow <label>', 'the job that this is spent for')
    .option('--terms <file>', 'JSON of further terms: {"per_day":"20.00","hours":[…]}; - for stdin')
    .option('--supersedes <id>', 'make the next version of this mandate')
    .option(...KEY_OPTION)
    .action(async (options: MandateOptions) => {
      const further = await readTerms(options.terms).catch((problem: unknown) => problem as Error);
      if (further instanceof Error) return session.perform(() => Promise.reject(further));
      return session.call(
        'payment_request',
        { ...further, ...mandateInput(options) },
        options.idempotencyKey,
      );
    });
  mandate
    .command('list')
    .description('your mandates')
    .action(() => session.call('mandate_list', {}));
  mandate
    .command('show <id>')
    .description('one mandate')
    .action((id: string) => session.call('mandate_get', { id }));
}

const readTerms = async (file: string | undefined) =>
  file === undefined ? {} : readJsonFile(file, FurtherTerms, 'terms');

const mandateInput = (options: MandateOptions) => ({
  amount: options.amount,
  currency: options.currency,
  purpose: options.purpose,
  ...(options.merchant !== undefined && { merchants: options.merchant }),
  ...(options.expires !== undefined && { expires: options.expires }),
  ...(options.perPayment !== undefined && { per_payment: options.perPayment }),
  ...(options.askAbove !== undefined && { ask_above: options.askAbove }),
  ...(options.maxPayments !== undefined && { max_payments: Number(options.maxPayments) }),
  ...(options.tolerance !== undefined && { tolerance: options.tolerance }),
  ...(options.workflow !== undefined && { workflow: options.workflow }),
  ...(options.supersedes !== undefined && { supersedes: options.supersedes }),
});

interface CardOptions {
  readonly mandate: string;
  readonly amount: string;
  readonly merchant?: string;
  readonly idempotencyKey?: string;
}

function addCard(card: Command, session: Session): void {
  card
    .command('create')
    .description('a card locked to an amount, inactive until a checkout uses it')
    .requiredOption('--amount <amount>', 'such as 25.00, in the currency of the mandate')
    .requiredOption('--mandate <id>', 'the mandate to draw on')
    .option('--merchant <domain>', "the mandate's only one when absent")
    .option(...KEY_OPTION)
    .action(({ idempotencyKey, ...input }: CardOptions) =>
      session.call('card_create', input, idempotencyKey),
    );
  card
    .command('list')
    .description('your cards: state, limit, last four digits')
    .option('--status <status>', 'only those in this state')
    .action(({ status }: { status?: string }) =>
      session.perform(async (client) => {
        const list = await client.cardList();
        return { ...list, cards: list.cards.filter((one) => status === undefined || one.status === status) };
      }),
    );
  card
    .command('close <id>')
    .description('close an unused card')
    .action((id: string) => session.perform((client) => client.cardClose({ id }), 'cancelled'));
}
