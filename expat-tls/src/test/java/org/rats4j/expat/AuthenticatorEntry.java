package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rats4j.core.Bytes;
import org.rats4j.core.RatsException;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.TrustAnchors;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** An authenticator of the manifest, validated on the connection that its file describes. */
final class AuthenticatorEntry {
  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "description",
          "sender",
          "cipher_suite",
          "hash",
          "exporter_master_secret",
          "handshake_context",
          "finished_key",
          "attestation_export",
          "profile",
          "request",
          "client_hello",
          "authenticator",
          "used_contexts",
          "trust_anchor",
          "validation_time",
          "spki",
          "binder",
          "aik_pub_hash",
          "certificate",
          "certificate_verify_input",
          "certificate_verify",
          "transcript_hash_2",
          "finished",
          "cmw_data",
          "signature_scheme",
          "empty_certificate_transcript",
          "rfc9261_result",
          "attested_result");

  private final VectorEntry entry;
  private final VectorRow file;
  private final TlsRole sender;
  private final ExpatOptions options;
  private final TlsExporter exporter;
  private final Optional<AuthenticatorRequest> request;

  private AuthenticatorEntry(VectorEntry entry, VectorRow file) throws RatsException {
    this.entry = entry;
    this.file = file;
    sender = role(file.requiredText("sender"));
    options = ExpatOptions.of(profile(file.object("profile").orElseThrow()));
    exporter = exporter();
    request =
        file.has("request")
            ? Optional.of(
                AuthenticatorRequest.decode(
                    bytes(file, "request"), sender.peer(), options.profile()))
            : Optional.empty();
  }

  static void check(VectorEntry entry) throws Exception {
    VectorRow file = entry.contentObject();
    file.hasNoOtherMembersThan(MEMBERS);
    AuthenticatorEntry authenticator = new AuthenticatorEntry(entry, file);
    authenticator.checkExporter();
    authenticator.checkPlainLayer();
    authenticator.checkAttestedLayer();
    if (file.has("certificate_verify")) {
      new ExpectedBytes(file, authenticator.exporter, authenticator.offer(), sender(file))
          .check(options(file));
    }
    if (file.has("empty_certificate_transcript")) {
      authenticator.checkEmpty();
    }
  }

  private static TlsRole sender(VectorRow file) {
    return role(file.requiredText("sender"));
  }

  private static ExpatOptions options(VectorRow file) {
    return ExpatOptions.of(profile(file.object("profile").orElseThrow()));
  }

  private static ExpatProfile profile(VectorRow row) {
    row.hasNoOtherMembersThan(
        Set.of("extension_type", "exporter_label", "exporter_length", "public_key_encoding"));
    assertEquals("spki-der", row.requiredText("public_key_encoding"));
    return ExpatProfile.builder(number(row.requiredText("extension_type")))
        .binderLabel(row.requiredText("exporter_label"))
        .exportLength((int) row.integer("exporter_length").orElseThrow())
        .build();
  }

  private TlsExporter exporter() {
    int suite = number(file.requiredText("cipher_suite"));
    if (file.has("exporter_master_secret")) {
      return FixedTlsExporter.of(sender.peer(), suite, bytes(file, "exporter_master_secret"));
    }
    return ValuesTlsExporter.of(new TlsInfo(sender.peer(), TlsInfo.TLS_1_3, suite, Resumption.FULL))
        .with(label("handshake context"), bytes(file, "handshake_context"))
        .with(label("finished key"), bytes(file, "finished_key"))
        .with("Attestation", bytes(file, "attestation_export"));
  }

  private String label(String what) {
    return "EXPORTER-" + sender.name().toLowerCase(Locale.ROOT) + " authenticator " + what;
  }

  private void checkExporter() throws RatsException {
    SuiteHash hash = exporter.info().hash().orElseThrow();
    assertEquals(file.requiredText("hash"), hash.algorithm());
    for (String value : List.of("handshake context", "finished key")) {
      assertEquals(
          bytes(file, value.replace(' ', '_')),
          Binder.export(exporter, label(value), Bytes.EMPTY, hash.size()));
    }
    Bytes context = request.map(AuthenticatorRequest::context).orElse(Bytes.EMPTY);
    if (request.isPresent()) {
      assertEquals(
          bytes(file, "attestation_export"),
          Binder.export(exporter, "Attestation", context, options.profile().exportLength()));
    }
  }

  /** The layer of RFC 9261, asked with fixed inputs and on a connection that has the same state. */
  private void checkPlainLayer() throws Exception {
    String expected = file.requiredText("rfc9261_result");
    assertEquals(expected, entry.requiredText("rfc9261_result"));
    Bytes authenticator = bytes(file, "authenticator");

    AuthenticatorExpectations.Builder fixed =
        AuthenticatorExpectations.builder()
            .exporter(exporter)
            .options(options)
            .usedContexts(usedContexts())
            .chainValidator(validator());
    request.ifPresentOrElse(fixed::request, () -> fixed.spontaneous(clientHello()));
    assertEquals(
        expected,
        resultOf(() -> Authenticator.decode(authenticator).verify(fixed.build()).authenticator()));

    ExportedAuthenticators connection = ExportedAuthenticators.of(exporter, options);
    assertEquals(
        expected,
        resultOf(
            () -> {
              for (Bytes context : usedContexts()) {
                connection.open(requestWith(context));
              }
              validate(connection).authenticator();
            }));
    assertEquals(!Set.of("valid", "REFUSED").contains(expected), connection.isClosed());
  }

  private AuthenticatorRequest requestWith(Bytes context) {
    return AuthenticatorRequest.create(
        sender.peer(),
        context,
        RequestOptions.ATTESTED.extensions(options.profile()),
        options.profile());
  }

  private AuthenticatorResult validate(ExportedAuthenticators connection) throws Exception {
    Bytes authenticator = bytes(file, "authenticator");
    if (request.isEmpty()) {
      return connection.validateSpontaneous(authenticator, clientHello(), validator());
    }
    connection.open(request.get());
    return connection.validate(request.get(), authenticator, validator());
  }

  private void checkAttestedLayer() throws Exception {
    String expected = file.requiredText("attested_result");
    assertEquals(expected, entry.requiredText("attested_result"));
    ExportedAuthenticators connection = ExportedAuthenticators.of(exporter, options);
    if (request.isEmpty()) {
      AuthenticatorRequest closed = requestWith(Bytes.ofUtf8("not asked"));
      assertEquals(
          expected,
          resultOf(() -> connection.validate(closed, bytes(file, "authenticator"), validator())));
      return;
    }
    if (expected.equals("not-asked")) {
      return;
    }
    Bytes key = Bytes.copyOf(entry.contentOf("keys/attestation-key-pub.pem"));
    VectorAppraiser appraiser = VectorAppraiser.of(key);
    String result =
        resultOf(
            () -> {
              for (Bytes context : usedContexts()) {
                connection.open(requestWith(context));
              }
              Authenticator valid = validate(connection).authenticator();
              AttestedAuthenticator attested =
                  connection.appraise(valid, appraiser.modelOf(valid), appraiser);
              assertEquals(valid, attested.authenticator());
              checkBinder(valid);
            });
    assertEquals(expected, result);
    entry.verifies().ifPresent(verifies -> assertEquals(verifies, result.equals("valid")));
  }

  private void checkBinder(Authenticator valid) throws Exception {
    assertEquals(bytes(file, "spki"), KeyEncoding.SPKI_DER.encode(valid.leaf()));
    BinderValues values =
        Binder.compute(exporter, valid.context(), valid.leaf(), options.profile());
    assertEquals(bytes(file, "binder"), values.binder());
    assertEquals(bytes(file, "aik_pub_hash"), values.aikPubHash());
    if (file.has("cmw_data")) {
      assertEquals(bytes(file, "cmw_data"), valid.attestation().orElseThrow());
    }
  }

  private void checkEmpty() throws Exception {
    AuthenticatorRequest refused = request.orElseThrow();
    assertEquals(
        bytes(file, "empty_certificate_transcript"), CertificateMessage.empty(refused.context()));
    SuiteHash hash = exporter.info().hash().orElseThrow();
    Bytes made =
        AuthenticatorMaker.answering(AuthenticatorKeys.of(exporter, hash, sender), refused)
            .refuse();
    boolean right = file.requiredText("rfc9261_result").equals("REFUSED");
    assertEquals(right, bytes(file, "finished").equals(made));
  }

  private Offer offer() {
    return request.map(Offer::of).orElseGet(() -> Offer.of(clientHello(), options.profile()));
  }

  private ClientHelloOffer clientHello() {
    VectorRow hello = file.object("client_hello").orElseThrow();
    hello.hasNoOtherMembersThan(Set.of("signature_algorithms", "extensions"));
    return new ClientHelloOffer(
        numbers(hello, "signature_algorithms"), Set.copyOf(numbers(hello, "extensions")));
  }

  private Set<Bytes> usedContexts() {
    return file.texts("used_contexts").stream()
        .map(Bytes::ofHex)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private ChainValidator validator() throws RatsException {
    Bytes anchor = Bytes.copyOf(entry.contentOf(file.requiredText("trust_anchor")));
    Instant time = Instant.parse(file.requiredText("validation_time"));
    return PkixChainValidator.of(
            TrustAnchors.of(EncodedKeys.certificate(anchor)), Clock.fixed(time, ZoneOffset.UTC))
        .anyServerName();
  }

  static TlsRole role(String name) {
    return TlsRole.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static Bytes bytes(VectorRow row, String member) {
    return Bytes.copyOf(row.requiredHex(member));
  }

  static int number(String text) {
    return Integer.decode(text);
  }

  static List<Integer> numbers(VectorRow row, String member) {
    List<Integer> numbers = new ArrayList<>();
    row.texts(member).forEach(text -> numbers.add(number(text)));
    return numbers;
  }

  /** Returns {@code valid}, or the code of the failure. */
  static String resultOf(Step step) throws RuntimeException {
    try {
      step.run();
      return "valid";
    } catch (RatsException e) {
      return e.code();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("threw what it must not throw", e);
    }
  }

  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }
}
