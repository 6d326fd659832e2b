package org.rats4j.expat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.crypto.EcdsaSignature;
import org.rats4j.core.crypto.EncodedKeys;
import org.rats4j.core.crypto.Signer;
import org.rats4j.expat.tls.SuiteHash;
import org.rats4j.expat.tls.TlsExporter;
import org.rats4j.expat.tls.TlsRole;
import org.rats4j.test.vectors.VectorRow;

/** Makes an authenticator of a file again, from its inputs, and compares every step. */
record ExpectedBytes(VectorRow file, TlsExporter exporter, Offer offer, TlsRole sender) {

  void check(ExpatOptions options) throws Exception {
    Bytes whole = AuthenticatorEntry.bytes(file, "authenticator");
    UnverifiedAuthenticator recorded = Authenticator.decode(whole);
    UnverifiedAuthenticator.Signed messages = recorded.signed().orElseThrow();
    assertEquals(
        AuthenticatorEntry.number(file.requiredText("signature_scheme")),
        recorded.scheme().orElseThrow());
    assertEquals(
        AuthenticatorEntry.bytes(file, "certificate"), messages.messages().certificate().encoded());
    assertEquals(messages.messages().certificate().encoded(), messages.certificate().encode());
    assertEquals(
        AuthenticatorEntry.bytes(file, "certificate_verify"),
        messages.messages().certificateVerify().encoded());
    assertEquals(AuthenticatorEntry.bytes(file, "finished"), recorded.finished().encoded());

    SuiteHash hash = exporter.info().hash().orElseThrow();
    AuthenticatorKeys keys = AuthenticatorKeys.of(exporter, hash, sender);
    Bytes toBeSigned = AuthenticatorEntry.bytes(file, "certificate_verify_input");
    Bytes hash2 = AuthenticatorEntry.bytes(file, "transcript_hash_2");
    assertEquals(recorded.verifyData(), keys.finished(hash2.toByteArray()));

    Signer signer = new ReplayingSigner(recorded, toBeSigned);
    List<TlsExtension> extensions = recorded.entries().get(0).extensions();
    Identity identity = Identity.of(chain(recorded), signer).withExtensions(extensions);
    Bytes made =
        new AuthenticatorMaker(keys, offer, recorded.context().orElseThrow())
            .make(identity, Optional.empty());
    assertEquals(whole, made);
    checkAttestation(options, extensions);
  }

  private void checkAttestation(ExpatOptions options, List<TlsExtension> extensions)
      throws Exception {
    int type = options.profile().extensionType();
    for (TlsExtension extension : extensions) {
      if (extension.type() == type) {
        Bytes cmwData = AuthenticatorEntry.bytes(file, "cmw_data");
        assertEquals(extension, AuthenticatorMaker.attestation(type, cmwData));
      }
    }
  }

  private static List<X509Certificate> chain(UnverifiedAuthenticator recorded)
      throws DecodingException {
    List<X509Certificate> chain = new ArrayList<>();
    for (CertificateEntry entry : recorded.entries()) {
      chain.add(EncodedKeys.certificate(entry.certificate()));
    }
    return chain;
  }

  /** Gives the recorded signature, if asked to sign what the file says. */
  private record ReplayingSigner(UnverifiedAuthenticator recorded, Bytes toBeSigned)
      implements Signer {
    @Override
    public long algorithm() {
      return LeafKey.algorithmOf(recorded.scheme().orElseThrow());
    }

    @Override
    public byte[] sign(byte[] input) {
      assertEquals(toBeSigned, Bytes.copyOf(input));
      Bytes signature = recorded.signature().orElseThrow();
      try {
        return signature.at(0) == 0x30 && signature.size() < 150
            ? EcdsaSignature.toRaw(signature, EcdsaSignature.coordinateBytes(algorithm()))
                .toByteArray()
            : signature.toByteArray();
      } catch (DecodingException | IllegalArgumentException e) {
        return signature.toByteArray();
      }
    }
  }
}
