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

/**
 * Cuts a byte stream into frames. Throws `FrameTooLargeError`, a `SyntaxError`, or what `onFrame` threw; the stream is
 * useless from then on, and whatever else comes is dropped.
 */
export function createFrameReader(
  maximumBytes: number,
  onFrame: (value: unknown) => void,
): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  let isBroken = false;

  function cutFrames(): void {
    while (size >= HEADER_BYTES) {
      // Joined only when a whole frame is there: a large one arrives in many chunks.
      if (chunks[0]!.length < HEADER_BYTES) chunks = [Buffer.concat(chunks)];
      const length = chunks[0]!.readUInt32LE(0);
      if (length > maximumBytes)
        throw new FrameTooLargeError(`a frame of ${length} bytes; ${maximumBytes} at most`);
      const end = HEADER_BYTES + length;
      if (size < end) return;
      const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      chunks = size === end ? [] : [all.subarray(end)];
      size -= end;
      onFrame(JSON.parse(all.toString('utf8', HEADER_BYTES, end)));
    }
  }

  return (chunk) => {
    if (isBroken || chunk.length === 0) return;
    chunks.push(chunk);
    size += chunk.length;
    try {
      cutFrames();
    } catch (problem) {
      isBroken = true;
      chunks = [];
      throw problem;
    }
  };
}
