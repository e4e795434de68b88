import { expect, test } from 'vitest';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { markupOf } from '../testing/view.tsx';
import { Payee } from './payee.tsx';

const shown = (host: string, collectors: readonly string[]) =>
  markupOf(<Payee checkout={{ host, merchant: 'shop.example', collectors } as unknown as CheckoutView} />);

test('who takes the card is said beside the shop wherever it is not the shop itself', () => {
  expect(shown('www.shop.example', ['www.shop.example'])).not.toContain('collectedBy');
  expect(shown('shop.example', ['js.payco.example'])).toMatch(/collectedBy.*js\.payco\.example/s);
  expect(shown('pay.payco.example', ['pay.payco.example'])).toMatch(/collectedBy.*pay\.payco\.example/s);
  expect(shown('pay.payco.example', [])).toMatch(/collectedBy.*pay\.payco\.example/s);
  expect(shown('evilshop.example', [])).toMatch(/collectedBy.*evilshop\.example/s);
});
