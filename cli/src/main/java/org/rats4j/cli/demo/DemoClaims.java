package org.rats4j.cli.demo;

import java.util.List;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.ClaimKey;

/** Claims of the demo that no specification has: lists of file names. */
final class DemoClaims {
  private static final ValueCodec<List<String>> NAMES = ClaimCodecs.listOf(ClaimCodecs.TEXT);

  /** Files whose content is not the recorded one. */
  static final ClaimKey<List<String>> CHANGED = ClaimKey.ofJson("changed-files", NAMES);

  /** Files that nobody recorded. */
  static final ClaimKey<List<String>> UNKNOWN = ClaimKey.ofJson("unknown-files", NAMES);

  /** Recorded files that were not measured. */
  static final ClaimKey<List<String>> MISSING = ClaimKey.ofJson("missing-files", NAMES);

  /** Files that are as recorded. */
  static final ClaimKey<List<String>> SAME = ClaimKey.ofJson("recorded-files", NAMES);

  private DemoClaims() {}
}
