// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { openPage } from '../testing/view.tsx';
import { ConfirmButton } from './confirm-button.tsx';

const confirmed = vi.fn();
const { show, press, buttons } = openPage();

beforeEach(() => confirmed.mockClear());

const open = () =>
  show(
    <ConfirmButton label="Revoke Ada" confirm="Sure" onConfirm={confirmed}>
      Revoke
    </ConfirmButton>,
  );

test('it asks once more, and the keyboard stands on the way back', async () => {
  await open();
  expect(document.activeElement).toBe(document.body);
  await press('Revoke');
  expect(document.activeElement).toBe(buttons('back')[0]);
  await press('back');
  expect(document.activeElement).toBe(buttons('Revoke')[0]);
  expect(confirmed).not.toHaveBeenCalled();
});

test('what it asks about is named while it asks', async () => {
  await open();
  await press('Revoke');
  expect(buttons('Sure')[0]!.closest('[role=group]')?.getAttribute('aria-label')).toBe('Revoke Ada');
  await press('Sure');
  expect(confirmed).toHaveBeenCalledTimes(1);
});
