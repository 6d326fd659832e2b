package org.rats4j.eat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborType;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;

/** Decodes sets of claims. */
final class ClaimsDecoder {
  /** The first step of the readers' paths, which ours do not have. */
  private static final String ROOT = "eat";

  /** For how many claims there is room at first where their number is not known. */
  private static final int JSON_ENTRIES = 8;

  private final DecodeOptions options;
  private final ClaimRegistry registry;
  private int rootLevel;
  private int submodules;

  ClaimsDecoder(DecodeOptions options, ClaimRegistry registry) {
    this.options = options;
    this.registry = registry;
  }

  EatClaims decode(Bytes bytes, Encoding encoding) throws DecodingException {
    return decode(bytes, encoding, 0);
  }

  /**
   * Decodes a token's set of claims.
   *
   * @param level how deep the token is nested
   */
  EatClaims decode(Bytes bytes, Encoding encoding, int level) throws DecodingException {
    Findings findings = new Findings(options);
    rootLevel = level;
    try {
      return encoding == Encoding.CBOR
          ? read(CborReader.of(bytes, options, ROOT, findings), level)
          : read(JsonReader.of(bytes, options, ROOT, findings), level);
    } catch (DecodingException e) {
      throw EatCodes.translate(e, path(e.path(), encoding, 0));
    }
  }

  /**
   * Checks how deep a claims-set is nested, which stands at {@code path}.
   *
   * @throws DecodingException with DEPTH_EXCEEDED if that is too deep
   */
  void checkLevel(int level, Supplier<String> path) throws DecodingException {
    if (level > options.nesting()) {
      throw DecodingException.of(
          Reason.LIMIT_EXCEEDED, EatCodes.DEPTH_EXCEEDED, path.get(), "nested too deep");
    }
  }

  /**
   * Counts one more submodule of the token, whose name stands at {@code path}.
   *
   * @throws DecodingException with LIMIT_EXCEEDED if there are too many
   */
  void countSubmodule(Supplier<String> path) throws DecodingException {
    submodules++;
    if (submodules > options.nestedMessages()) {
      throw DecodingException.of(
          Reason.LIMIT_EXCEEDED, EatCodes.LIMIT_EXCEEDED, path.get(), "too many submodules");
    }
  }

  /** Reads a set of claims that is nested as deep as {@code level} says. */
  EatClaims read(CborReader in, int level) throws DecodingException {
    ReceivedSet received = new ReceivedSet.OfCbor(in.fork());
    Parts parts = new Parts(received, in.startMap(), level, in.findings());
    while (in.hasNext()) {
      CborType keyType = in.peekType();
      if (keyType != CborType.UNSIGNED_INTEGER
          && keyType != CborType.NEGATIVE_INTEGER
          && keyType != CborType.TEXT_STRING) {
        throw in.fail(
            Reason.UNEXPECTED_STRUCTURE,
            EatCodes.BAD_CLAIM_KEY,
            "claim key is neither integer nor text");
      }
      Label label = in.readLabel();
      @Nullable ClaimKey<?> key = registry.inCbor(label);
      if (key == null) {
        parts.addUnknown(label, new RawClaim.OfCbor(in.readRaw()));
      } else {
        parts.values.add(key, readValue(in, key, level));
      }
    }
    in.endMap();
    return parts.claims();
  }

  private Object readValue(CborReader in, ClaimKey<?> key, int level) throws DecodingException {
    boolean tagged = in.peekType() == CborType.TAG;
    try {
      return key.codec() instanceof SubmodulesCodec codec
          ? codec.readCbor(in, this, level)
          : key.codec().readCbor(in);
    } catch (DecodingException e) {
      if (tagged && e.code().equals(Reason.UNEXPECTED_STRUCTURE.name())) {
        throw DecodingException.of(
            e.reason(), EatCodes.UNEXPECTED_TAG, e.path(), "tag on a claim that has none");
      }
      throw e;
    }
  }

  /** Reads a set of claims that is nested as deep as {@code level} says. */
  EatClaims read(JsonReader in, int level) throws DecodingException {
    if (in.peekType() != JsonType.OBJECT) {
      throw ClaimReads.fail(
          in, Reason.UNEXPECTED_STRUCTURE, EatCodes.WRONG_TYPE, "set of claims is no object");
    }
    ReceivedSet received = new ReceivedSet.OfJson(in.fork());
    in.startObject();
    Parts parts = new Parts(received, JSON_ENTRIES, level, in.findings());
    while (in.hasNext()) {
      Label name = Label.of(in.readName());
      Optional<ClaimKey<?>> key = registry.find(Encoding.JSON, name);
      if (key.isEmpty()) {
        parts.addUnknown(name, new RawClaim.OfJson(in.readValue()));
      } else {
        parts.values.add(key.get(), readValue(in, key.get(), level));
      }
    }
    in.endObject();
    return parts.claims();
  }

  private Object readValue(JsonReader in, ClaimKey<?> key, int level) throws DecodingException {
    return key.codec() instanceof SubmodulesCodec codec
        ? codec.readJson(in, this, level)
        : key.codec().readJson(in);
  }

  /** The claims of one set while it is read. */
  private final class Parts {
    private final ReceivedSet received;
    private final int level;
    private final Findings findings;
    private final int firstFinding;
    private final ClaimTable values;
    private Map<Label, RawClaim> unknown = EatClaims.NONE;

    Parts(ReceivedSet received, int entries, int level, Findings findings) {
      this.received = received;
      values = new ClaimTable(entries);
      this.level = level;
      this.findings = findings;
      firstFinding = findings.size();
    }

    void addUnknown(Label label, RawClaim raw) {
      if (unknown.isEmpty()) {
        unknown = new LinkedHashMap<>();
      }
      unknown.put(label, raw);
    }

    /** Returns the set, with what was remarked in it and in the sets inside it. */
    EatClaims claims() {
      return EatClaims.received(received, values, unknown, deviations());
    }

    private List<Finding> deviations() {
      if (findings.size() == firstFinding) {
        return List.of();
      }
      List<Finding> all = new ArrayList<>();
      for (Finding finding : findings.from(firstFinding)) {
        int outer = 2 * (level - rootLevel);
        all.add(ClaimPaths.at(path(finding.path(), received.encoding(), outer), finding));
      }
      return all;
    }
  }

  /** Returns a reader's path from the set on that is {@code outer} steps inside. */
  private String path(String readerPath, Encoding encoding, int outer) {
    UnaryOperator<String> names =
        encoding == Encoding.CBOR ? registry::nameOf : UnaryOperator.identity();
    return ClaimPaths.ofReader(readerPath, ROOT, names, outer);
  }
}
