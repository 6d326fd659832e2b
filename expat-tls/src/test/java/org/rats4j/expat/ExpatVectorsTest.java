package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Pem;
import org.rats4j.expat.tls.Resumption;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsInfo;
import org.rats4j.expat.tls.TlsRole;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;
import org.rats4j.test.vectors.VectorSuite;

class ExpatVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return VectorSuite.of("expat")
        .kind("authenticator", AuthenticatorEntry::check, "rfc9261_result", "attested_result")
        .kind("authenticator-request", ExpatVectorsTest::checkRequest, "result")
        .kind("authenticator-decode", ExpatVectorsTest::checkDecoding)
        .kind("exporter-table", ExpatVectorsTest::checkExporters)
        .kind("binder-table", ExpatVectorsTest::checkBinders)
        .kind("transcript", ExpatVectorsTest::checkTranscripts)
        .kind("frame-table", FrameRows::check)
        .kind("x509", entry -> EncodedKeys.certificate(Bytes.copyOf(entry.content())))
        .kind("key", ExpatVectorsTest::checkKey)
        .tests();
  }

  private static void checkRequest(VectorEntry entry) {
    VectorRow file = entry.contentObject();
    file.hasNoOtherMembersThan(
        Set.of(
            "name",
            "description",
            "made_by",
            "request",
            "result",
            "type",
            "context",
            "extensions",
            "signature_algorithms",
            "offers_attestation"));
    assertEquals(entry.requiredText("result"), file.requiredText("result"));
    TlsRole requester = AuthenticatorEntry.role(file.requiredText("made_by"));
    Bytes bytes = AuthenticatorEntry.bytes(file, "request");
    ExpatProfile profile = ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE);

    String result =
        AuthenticatorEntry.resultOf(
            () -> checkMembers(file, AuthenticatorRequest.decode(bytes, requester, profile)));

    assertEquals(file.requiredText("result"), result);
  }

  private static void checkMembers(VectorRow file, AuthenticatorRequest request) {
    assertEquals(AuthenticatorEntry.bytes(file, "request"), request.encoded());
    assertEquals(file.integer("type").orElseThrow(), request.encoded().at(0));
    assertEquals(AuthenticatorEntry.bytes(file, "context"), request.context());
    assertEquals(file.flag("offers_attestation").orElseThrow(), request.offersAttestation());
    assertEquals(
        AuthenticatorEntry.numbers(file, "signature_algorithms"), request.signatureSchemes());
    List<TlsExtension> extensions =
        file.objects("extensions").stream()
            .map(
                row ->
                    new TlsExtension(
                        (int) row.integer("type").orElseThrow(),
                        AuthenticatorEntry.bytes(row, "data")))
            .toList();
    assertEquals(extensions, request.extensions());
    AuthenticatorRequest again =
        AuthenticatorRequest.create(
            request.requester(),
            request.context(),
            request.extensions(),
            ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE));
    assertEquals(request.encoded(), again.encoded());
  }

  private static void checkDecoding(VectorEntry entry) throws Exception {
    VectorRow file = entry.contentObject();
    UnverifiedAuthenticator authenticator =
        Authenticator.decode(AuthenticatorEntry.bytes(file, "authenticator"));

    assertEquals(AuthenticatorEntry.bytes(file, "context"), authenticator.context().orElseThrow());
    assertEquals(file.integer("certificates").orElseThrow(), authenticator.entries().size());
    assertEquals(
        file.integer("entry_extensions").orElseThrow(),
        authenticator.entries().get(0).extensions().size());
    assertEquals(
        AuthenticatorEntry.number(file.requiredText("signature_scheme")),
        authenticator.scheme().orElseThrow());
    assertEquals(AuthenticatorEntry.bytes(file, "finished"), authenticator.verifyData());
  }

  private static void checkExporters(VectorEntry entry) {
    entry.checkRows(
        Set.of(
            "hash",
            "exporter_master_secret",
            "secret_origin",
            "label",
            "context",
            "length",
            "value"),
        row -> {
          byte[] value =
              FixedTlsExporter.of(
                      TlsRole.CLIENT,
                      suite(row),
                      AuthenticatorEntry.bytes(row, "exporter_master_secret"))
                  .export(
                      row.requiredText("label"),
                      row.requiredHex("context"),
                      (int) row.integer("length").orElseThrow());
          assertEquals(AuthenticatorEntry.bytes(row, "value"), Bytes.copyOf(value));
        });
  }

  private static int suite(VectorRow row) {
    return row.requiredText("hash").equals("SHA-256")
        ? TlsInfo.AES_128_GCM_SHA256
        : TlsInfo.AES_256_GCM_SHA384;
  }

  private static void checkBinders(VectorEntry entry) {
    entry.checkRows(
        Set.of(
            "key",
            "hash",
            "public_key_encoding",
            "public_key",
            "exported",
            "binder",
            "aik_pub_hash"),
        row -> {
          assertEquals("spki-der", row.requiredText("public_key_encoding"));
          Bytes exported = AuthenticatorEntry.bytes(row, "exported");
          TlsInfo info = new TlsInfo(TlsRole.CLIENT, TlsInfo.TLS_1_3, suite(row), Resumption.FULL);
          var leaf =
              EncodedKeys.certificate(Bytes.copyOf(entry.contentOf(row.requiredText("key"))));

          BinderValues values =
              Binder.compute(
                  ValuesTlsExporter.of(info).with("Attestation", exported),
                  Bytes.EMPTY,
                  leaf,
                  ExpatProfile.draft03(ExpatProfile.PLACEHOLDER_TYPE));

          assertEquals(
              AuthenticatorEntry.bytes(row, "public_key"), KeyEncoding.SPKI_DER.encode(leaf));
          assertEquals(AuthenticatorEntry.bytes(row, "binder"), values.binder());
          assertEquals(AuthenticatorEntry.bytes(row, "aik_pub_hash"), values.aikPubHash());
        });
  }

  /** The rows without header are what another implementation does; the computation is the same. */
  private static void checkTranscripts(VectorEntry entry) {
    entry.checkRows(
        Set.of(
            "name",
            "hash",
            "handshake_context",
            "finished_key",
            "request",
            "certificate",
            "certificate_verify",
            "certificate_verify_input",
            "finished",
            "empty_certificate",
            "empty_finished",
            "origin",
            "notes"),
        row -> {
          SuiteHash hash = SuiteHash.ofSuite(suite(row)).orElseThrow();
          AuthenticatorKeys keys =
              new AuthenticatorKeys(
                  hash, row.requiredHex("handshake_context"), row.requiredHex("finished_key"));
          Bytes request = AuthenticatorEntry.bytes(row, "request");

          Transcript transcript =
              Transcript.of(keys, request).add(AuthenticatorEntry.bytes(row, "certificate"));
          assertEquals(
              AuthenticatorEntry.bytes(row, "certificate_verify_input"), transcript.toBeSigned());
          transcript.add(AuthenticatorEntry.bytes(row, "certificate_verify"));
          assertEquals(AuthenticatorEntry.bytes(row, "finished"), transcript.finished());

          Bytes empty = AuthenticatorEntry.bytes(row, "empty_certificate");
          assertEquals(
              AuthenticatorEntry.bytes(row, "empty_finished"),
              Transcript.of(keys, request).add(empty).finished());
          Bytes context = empty.slice(5, empty.at(4));
          assertEquals(empty, CertificateMessage.empty(context));
        });
  }

  private static void checkKey(VectorEntry entry) throws Exception {
    Pem pem = Pem.decode(Bytes.copyOf(entry.content()), DecodeOptions.STRICT).get(0);
    boolean isPublic = pem.label().equals(Pem.PUBLIC_KEY);
    assertTrue(
        isPublic
            ? EncodedKeys.publicKey(pem.content()).getEncoded() != null
            : EncodedKeys.privateKey(pem.content()).getEncoded() != null);
  }
}
