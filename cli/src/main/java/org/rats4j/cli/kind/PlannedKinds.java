package org.rats4j.cli.kind;

import java.util.List;
import org.rats4j.core.DecodingException;

/** Kinds that have a name, and that this build cannot read. */
final class PlannedKinds {
  private static final String TEST_DATA = "test data of the build, no message";

  static final List<Kind> ALL =
      List.of(
          planned("ect", "Environment-claims tuple"),
          planned("acs", "Appraisal claims set"),
          planned("appraisal-case", TEST_DATA),
          planned("truth-table", TEST_DATA),
          planned("table", TEST_DATA),
          planned("cbor-table", TEST_DATA),
          planned("cose-key-table", TEST_DATA),
          planned("json-table", TEST_DATA),
          planned("base64url-table", TEST_DATA),
          planned("ecdsa-signature-table", TEST_DATA),
          planned("generalized-time-table", TEST_DATA),
          planned("ar4si-tier-table", TEST_DATA),
          planned("ear-status-cases", TEST_DATA),
          planned("ear-policy-cases", TEST_DATA),
          planned("ear-conversion", TEST_DATA),
          planned("exporter-table", TEST_DATA),
          planned("binder-table", TEST_DATA),
          planned("authenticator-decode", TEST_DATA),
          planned("transcript", TEST_DATA),
          planned("frame-table", TEST_DATA));

  private PlannedKinds() {}

  private static Kind planned(String name, String title) {
    return new Kind(name, title) {
      @Override
      public boolean isSupported() {
        return false;
      }

      @Override
      public boolean detects(Content content) {
        return false;
      }

      @Override
      public Decoded decode(Content content, boolean lenient) throws DecodingException {
        throw unsupported(
            title.equals(TEST_DATA)
                ? name + " is test data of the build, not a message"
                : name + " is not supported by this build");
      }
    };
  }
}
