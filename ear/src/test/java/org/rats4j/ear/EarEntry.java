package org.rats4j.ear;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.VerificationKey;
import org.rats4j.core.json.Base64Url;
import org.rats4j.test.vectors.Expect;
import org.rats4j.test.vectors.LeniencyChoice;
import org.rats4j.test.vectors.Reading;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** A claims-set or token of the manifest. */
final class EarEntry {
  /** Any time after 2024, where the manifest names none. */
  private static final long NOW = 1_735_689_600L;

  private static final Set<String> OPTIONS =
      Set.of(
          "acceptProfiles",
          "nestedSubmods",
          "allowUntagged",
          "requireConsistentStatus",
          "rejectFutureIat");

  private final VectorEntry entry;
  private final byte[] content;

  private EarEntry(VectorEntry entry) {
    this.entry = entry;
    this.content = entry.content();
  }

  static void check(VectorEntry entry) throws Exception {
    EarEntry ear = new EarEntry(entry);
    Reading.check(entry, leniencies -> ear.reading(leniencies, Optional.empty()));
    if (entry.expect() != Expect.INVALID) {
      ear.checkDialect();
    }
    if (entry.has("expectWithOptions")) {
      VectorRow options = entry.object("options").orElseThrow();
      options.hasNoOtherMembersThan(OPTIONS);
      boolean accepted = ear.reading(LeniencyChoice.STRICT, Optional.of(options)).accepted();
      if (accepted != entry.requiredText("expectWithOptions").equals("valid")) {
        throw new AssertionError("with options accepted: " + accepted);
      }
    }
    if (entry.verifies().isPresent()) {
      ear.checkRawSignature(entry.verifies().get());
    }
  }

  private Reading reading(LeniencyChoice leniencies, Optional<VectorRow> options) throws Exception {
    try {
      return Reading.accepted(deviations(read(leniencies, options)));
    } catch (DecodingException e) {
      return Reading.refused(names(e.reason().name(), e.code()));
    } catch (VerificationException e) {
      return Reading.refused(names(e.reason().name(), e.code()));
    }
  }

  private static String[] names(String reason, String code) {
    return reason.equals(code) ? new String[] {code} : new String[] {reason, code};
  }

  private static Set<String> deviations(List<Finding> findings) {
    Set<String> codes = new LinkedHashSet<>();
    for (Finding finding : findings) {
      if (finding.severity() == Finding.Severity.DEVIATION) {
        codes.add(finding.code());
      }
    }
    return codes;
  }

  private List<Finding> read(LeniencyChoice leniencies, Optional<VectorRow> row) throws Exception {
    EarOptions options = options(leniencies, row);
    EarExpectations expected = expectations(row);
    if (isToken()) {
      return Ear.decode(content, options).verify(expected).findings();
    }
    EarClaims claims = EarClaims.decode(Bytes.copyOf(content), encoding(), options);
    List<Finding> findings = new ArrayList<>(claims.findings());
    Findings remarks = new Findings(options.decodeOptions());
    EarCheck.check(claims, expected, remarks);
    findings.addAll(remarks.toList());
    return findings;
  }

  private void checkDialect() throws Exception {
    EarOptions options = options(LeniencyChoice.ALL, Optional.empty());
    EarClaims claims =
        isToken()
            ? Ear.decode(content, options).verify(expectations(Optional.empty())).claims()
            : EarClaims.decode(Bytes.copyOf(content), encoding(), options);
    Optional<String> expected = entry.text("dialect");
    if (expected.isPresent() && !expected.get().equals(claims.dialect().id())) {
      throw new AssertionError("dialect is " + claims.dialect().id());
    }
    String notes = entry.notes();
    int at = notes.indexOf("finding ");
    if (at >= 0 && !notes.contains("no finding")) {
      String code = notes.substring(at + "finding ".length()).split("[^A-Z0-9_]")[0];
      if (claims.findings().stream().noneMatch(finding -> finding.code().equals(code))) {
        throw new AssertionError("no finding " + code + " in " + claims.findings());
      }
    }
  }

  /** Checks what the manifest says of the bare signature, whatever else is wrong. */
  private void checkRawSignature(boolean good) throws Exception {
    if (!entry.encoding().equals("jws") || entry.reasonCodes().contains("EAR_CONTAINER")) {
      return;
    }
    String[] parts = new String(content, StandardCharsets.US_ASCII).split("\\.");
    boolean verifies = false;
    try {
      UnverifiedEar token = Ear.decode(content, EarOptions.STRICT);
      Bytes input = Bytes.ofUtf8(parts[0] + "." + parts[1]);
      key()
          .verify(
              token.algorithm().orElseThrow(), List.of(input), Base64Url.decode(parts[2], "jws"));
      verifies = true;
    } catch (DecodingException | VerificationException e) {
      verifies = false;
    }
    if (verifies != good) {
      throw new AssertionError("signature verifies: " + verifies);
    }
  }

  private boolean isToken() {
    return entry.encoding().equals("jws") || entry.encoding().equals("cose");
  }

  private Encoding encoding() {
    return entry.encoding().equals("cbor") ? Encoding.CBOR : Encoding.JSON;
  }

  private VerificationKey key() throws Exception {
    Optional<byte[]> file = entry.contentNamedBy("key");
    return VerificationKey.of(
        file.isPresent() ? TestKeys.read(file.get()) : TestKeys.p256().getPublic());
  }

  private static EarOptions options(LeniencyChoice choice, Optional<VectorRow> row) {
    EarOptions base = choice.all() ? EarOptions.LENIENT : EarOptions.STRICT;
    DecodeOptions.Builder decode = base.decodeOptions().toBuilder();
    choice.codes().forEach(code -> decode.allow(new Leniency(code)));
    if (row.flatMap(some -> some.flag("allowUntagged")).orElse(false)) {
      decode.allow(EarLeniencies.UNTAGGED_COSE);
    }
    EarOptions.Builder options = base.toBuilder().decodeOptions(decode.build());
    if (row.isPresent()) {
      row.get()
          .textMap("acceptProfiles")
          .forEach((profile, id) -> options.acceptProfile(profile, dialect(id)));
      if (row.get().flag("nestedSubmods").orElse(false)) {
        options.nestedSubmods();
      }
    }
    return options.build();
  }

  private EarExpectations expectations(Optional<VectorRow> row) throws Exception {
    Instant now = Instant.ofEpochSecond(entry.integer("clock").orElse(NOW));
    EarExpectations.Builder expectations =
        EarExpectations.builder().key(key()).clock(Clock.fixed(now, ZoneOffset.UTC));
    if (row.flatMap(options -> options.flag("requireConsistentStatus")).orElse(false)) {
      expectations.requireConsistentStatus();
    }
    if (row.flatMap(options -> options.flag("rejectFutureIat")).orElse(false)) {
      expectations.rejectFutureIat();
    }
    return expectations.build();
  }

  static EarClaims unverifiedClaims(byte[] token) throws DecodingException {
    UnverifiedEar ear = Ear.decode(token, EarOptions.STRICT);
    return EarClaims.decode(ear.unverifiedPayload(), ear.encoding(), EarOptions.STRICT);
  }

  static EarDialect dialect(String id) {
    for (EarDialect dialect : EarDialect.values()) {
      if (dialect.id().equals(id)) {
        return dialect;
      }
    }
    throw new AssertionError("unknown dialect: " + id);
  }
}
