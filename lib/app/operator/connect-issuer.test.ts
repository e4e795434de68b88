import { expect, test } from 'vitest';
import { err, ok } from '../../kernel/result.ts';
import { money } from '../../kernel/money.ts';
import { openSecret, Secret } from '../../kernel/secret.ts';
import type { CardIssuer, IssuerRefusal } from '../../ports/card-issuer.ts';
import type { IssuerSettings } from '../../ports/documents.ts';
import type { CardStatus } from '../../domain/card/card.ts';
import type { Kit } from '../kit.ts';
import { connectedIssuer, connectIssuer, type OpenIssuer } from './connect-issuer.ts';

const LITHIC = { kind: 'lithic', baseUrl: 'https://sandbox.lithic.com' } as const;
const STRIPE = { kind: 'stripe', baseUrl: 'https://api.stripe.com' } as const;

function world({ before, card }: { before?: IssuerSettings; card?: CardStatus } = {}) {
  const vault = new Map<string, string>();
  const saved: IssuerSettings[] = before ? [before] : [];
  const kit = {
    signer: {
      keep: (name: string, secret: string) => Promise.resolve(ok(void vault.set(name, secret))),
      recall: (name: string) => Promise.resolve(ok(vault.get(name))),
    },
    documents: {
      issuer: () => Promise.resolve(saved.at(-1)),
      saveIssuer: (settings: IssuerSettings) => Promise.resolve(void saved.push(settings)),
    },
    book: { state: () => ({ cards: { values: () => (card ? [{ status: card }] : []) } }) },
  } as unknown as Kit;
  return { kit, vault, saved };
}

function answering(refusal?: IssuerRefusal) {
  const asked: string[] = [];
  const open: OpenIssuer = (settings, apiKey) => {
    asked.push(`${settings.kind} ${settings.baseUrl} ${openSecret(apiKey)}`);
    const balance = () => Promise.resolve(refusal ? err(refusal) : ok(money(0, 'USD')));
    return { balance } as unknown as CardIssuer;
  };
  return { open, asked };
}

test('what the issuer takes is kept, address and key together', async () => {
  const { kit, vault, saved } = world();
  const { open, asked } = answering();
  expect(await connectIssuer(kit, open, { ...STRIPE, apiKey: 'sk_1' })).toEqual(ok(undefined));
  expect(saved).toEqual([STRIPE]);
  expect([...vault.values()]).toEqual([JSON.stringify({ ...STRIPE, apiKey: 'sk_1' })]);
  await connectedIssuer(kit, open);
  expect(asked).toEqual(Array(2).fill(`stripe ${STRIPE.baseUrl} sk_1`));
});

test.each<IssuerRefusal>([
  { kind: 'issuer_rejected', status: 401, message: '' },
  { kind: 'issuer_unreachable' },
  { kind: 'issuer_answer_invalid', message: '' },
])('after $kind nothing is kept, and the issuer before stays connected', async (refusal) => {
  const { kit, vault, saved } = world();
  await connectIssuer(kit, answering().open, { ...LITHIC, apiKey: 'right' });
  const kept = [...vault.values()];
  expect(await connectIssuer(kit, answering(refusal).open, { ...STRIPE, apiKey: 'wrong' })).toEqual(
    err(refusal),
  );
  expect([...vault.values()]).toEqual(kept);
  expect(saved).toEqual([LITHIC]);
  const { open, asked } = answering();
  await connectedIssuer(kit, open);
  expect(asked).toEqual([`lithic ${LITHIC.baseUrl} right`]);
});

test.each([
  'http://api.stripe.com',
  'ftp://127.0.0.1',
  'http://127.0.0.1.example',
  'http://localhost.example',
])('no key is sent to %s', async (baseUrl) => {
  const { open, asked } = answering();
  const { kit } = world();
  expect(await connectIssuer(kit, open, { kind: 'lithic', baseUrl, apiKey: 'k' })).toEqual(
    err({ kind: 'issuer_address_insecure' }),
  );
  expect(asked).toEqual([]);
});

test.each(['http://127.0.0.1:4410', 'http://issuer.localhost:4410', 'http://[::1]:4410'])(
  '%s stays on this machine',
  async (baseUrl) => {
    const connected = await connectIssuer(world().kit, answering().open, {
      kind: 'sandbox',
      baseUrl,
      apiKey: 'k',
    });
    expect(connected.ok).toBe(true);
  },
);

test.each<CardStatus>(['requested', 'inactive', 'armed', 'unknown', 'used'])(
  'another issuer is refused while a card is %s; a new key is not',
  async (card) => {
    const { kit } = world({ before: LITHIC, card });
    const { open } = answering();
    expect(await connectIssuer(kit, open, { ...STRIPE, apiKey: 'k' })).toEqual(
      err({ kind: 'issuer_in_use' }),
    );
    expect((await connectIssuer(kit, open, { ...LITHIC, apiKey: 'new' })).ok).toBe(true);
  },
);

test('without a connection the issuer counts as locked', async () => {
  expect(await connectedIssuer(world().kit, answering().open)).toEqual(err({ kind: 'issuer_locked' }));
  expect(new Secret('k').toString()).toBe('[secret]');
});
