package org.rats4j.core.cbor;

import java.util.Arrays;
import java.util.Random;

/** Changes inputs at random: the seed is the number of the test. */
final class Mutation {
  private final Random random;

  Mutation(long seed) {
    random = new Random(seed);
  }

  /** Returns {@code input} with one to four changes: flips, insertions, deletions, a cut. */
  byte[] of(byte[] input) {
    byte[] bytes = input;
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] input) {
    if (input.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(input.length);
    switch (random.nextInt(6)) {
      case 0:
        return Arrays.copyOf(input, at);
      case 1:
        return splice(input, at, at, new byte[] {(byte) random.nextInt()});
      case 2:
        return splice(input, at, at + 1, new byte[0]);
      case 3:
        int end = at + random.nextInt(Math.min(16, input.length - at));
        return splice(input, at, at, Arrays.copyOfRange(input, at, end));
      case 4:
        byte[] flipped = input.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
      default:
        byte[] changed = input.clone();
        changed[at] = (byte) random.nextInt();
        return changed;
    }
  }

  private static byte[] splice(byte[] input, int from, int to, byte[] inserted) {
    byte[] spliced = Arrays.copyOf(input, from + inserted.length + input.length - to);
    System.arraycopy(inserted, 0, spliced, from, inserted.length);
    System.arraycopy(input, to, spliced, from + inserted.length, input.length - to);
    return spliced;
  }

  /** Returns {@code input} with the same kinds of changes, characters being those up to U+00FF. */
  String of(String input) {
    byte[] latin = input.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    return new String(of(latin), java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
