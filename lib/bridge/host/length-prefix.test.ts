import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, encodeFrame, FrameTooLargeError } from './length-prefix.ts';

/** Cuts bytes at arbitrary places, as sockets do. */
function feed(read: (chunk: Buffer) => void, bytes: Buffer, cuts: readonly number[]): void {
  let from = 0;
  for (const cut of [...cuts].map((c) => c % (bytes.length + 1)).sort((a, b) => a - b)) {
    read(bytes.subarray(from, cut));
    from = Math.max(from, cut);
  }
  read(bytes.subarray(from));
}

describe('the frame reader', () => {
  it('gives every frame whole and in order, however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        (values, cuts) => {
          const got: unknown[] = [];
          feed(
            createFrameReader(1_000_000, (value) => got.push(value)),
            Buffer.concat(values.map(encodeFrame)),
            cuts,
          );
          expect(got).toEqual(values.map((value) => JSON.parse(JSON.stringify(value)) as unknown));
        },
      ),
    );
  });

  it('takes garbage as frames, as nothing yet, or as an error of a known kind; and then stays silent', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.array(fc.nat(), { maxLength: 8 }), (bytes, cuts) => {
        let afterError = 0;
        let isBroken = false;
        const read = createFrameReader(1_000, () => (afterError += isBroken ? 1 : 0));
        try {
          feed(read, Buffer.from(bytes), cuts);
        } catch (problem) {
          isBroken = true;
          expect(problem instanceof FrameTooLargeError || problem instanceof SyntaxError).toBe(true);
          read(encodeFrame('more'));
        }
        expect(afterError).toBe(0);
      }),
    );
  });

  it('refuses 10 MB by the header alone, before any of it is kept', () => {
    const header = Buffer.alloc(4);
    header.writeUInt32LE(10 * 1024 * 1024);
    expect(() => createFrameReader(262_144, () => undefined)(header)).toThrow(FrameTooLargeError);
  });

  it('waits for the rest of a truncated frame', () => {
    const got: unknown[] = [];
    const read = createFrameReader(1_000, (value) => got.push(value));
    read(encodeFrame({ a: 1 }).subarray(0, -1));
    expect(got).toEqual([]);
  });
});
