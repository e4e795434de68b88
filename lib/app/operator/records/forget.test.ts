import { expect, test } from 'vitest';
import type { Kit } from '../../kit.ts';
import { Table } from '../../../kernel/table.ts';
import { erase, forgetOldPictures, forgetOldProfile, PICTURE_TTL_MS, PROFILE_TTL_MS } from './forget.ts';

const NOW = PICTURE_TTL_MS * 2;

function world() {
  const pictures = new Set(['old', 'young', 'open', 'gone']);
  let profile: object | undefined = { city: 'Springfield' };
  const run = (status: string, at: number) => ({ status, steps: [{ status, at }] });
  const kit = {
    clock: { now: () => NOW },
    book: {
      state: () => ({
        checkouts: new Map([
          ['old', run('succeeded', NOW - PICTURE_TTL_MS)],
          ['young', run('failed', NOW - PICTURE_TTL_MS + 1)],
          ['open', run('handoff', 0)],
        ]),
      }),
    },
    documents: {
      pictureIds: () => Promise.resolve([...pictures]),
      erasePicture: (id: string) => Promise.resolve(void pictures.delete(id)),
      eraseProfile: () => Promise.resolve(void (profile = undefined)),
    },
  } as unknown as Kit;
  return { kit, pictures, profile: () => profile };
}

test('[A71] a picture goes at its time, and with the run that it belongs to; an open run keeps its own', async () => {
  const { kit, pictures } = world();
  expect(await forgetOldPictures(kit)).toBe(2);
  expect([...pictures]).toEqual(['young', 'open']);
});

test('[A71] the operator erases pictures of all that ended, or the details, and nothing else with them', async () => {
  const { kit, pictures, profile } = world();
  await erase(kit, 'pictures');
  expect([...pictures]).toEqual(['open']);
  expect(profile()).toBeDefined();
  await erase(kit, 'profile');
  expect(profile()).toBeUndefined();
});

test.each([
  ['nobody used for so long go by themselves', PROFILE_TTL_MS, 0, true],
  ['were entered since stay', PROFILE_TTL_MS - 1, 0, false],
  ['a run used since stay', PROFILE_TTL_MS * 2, PROFILE_TTL_MS - 1, false],
])('[A71] contact and delivery that %s', async (_what, savedAgo, ranAgo, isErased) => {
  const now = PROFILE_TTL_MS * 3;
  let profile: object | undefined = { city: 'Springfield' };
  const run = { steps: [{ status: 'created', at: now - ranAgo }] };
  const kit = {
    clock: { now: () => now },
    book: { state: () => ({ checkouts: ranAgo ? Table.empty<object>().with('run', run) : Table.empty() }) },
    documents: {
      profileSavedAt: () => Promise.resolve(now - savedAgo),
      eraseProfile: () => Promise.resolve(void (profile = undefined)),
    },
  } as unknown as Kit;
  expect(await forgetOldProfile(kit)).toBe(isErased);
  expect(profile === undefined).toBe(isErased);
});
