/** A frame was larger than allowed, or its length made no sense. */
export class FrameTooLargeError extends Error {
  override readonly name = 'FrameTooLargeError';
}

const HEADER_BYTES = 4;

/** Puts a value into a frame: its length in 4 bytes, little-endian, then JSON in UTF-8 (Chrome native messaging). */
export function encodeFrame(value: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(value), 'utf8');
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(body.length, 0);
  return Buffer.concat([header, body]);
}

/** Cuts a byte stream into frames. Throws `FrameTooLargeError` or a `SyntaxError`; the stream is useless afterwards. */
export function createFrameReader(
  maximumBytes: number,
  onFrame: (value: unknown) => void,
): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= HEADER_BYTES) {
      const length = pending.readUInt32LE(0);
      if (length > maximumBytes)
        throw new FrameTooLargeError(`a frame of ${length} bytes; ${maximumBytes} at most`);
      if (pending.length < HEADER_BYTES + length) return;
      const body = pending.subarray(HEADER_BYTES, HEADER_BYTES + length).toString('utf8');
      pending = pending.subarray(HEADER_BYTES + length);
      onFrame(JSON.parse(body));
    }
  };
}
