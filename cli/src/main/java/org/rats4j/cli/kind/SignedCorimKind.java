package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.Meaning;
import org.rats4j.cli.view.Meanings;
import org.rats4j.cli.view.View;
import org.rats4j.cli.view.Vocabulary;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborBytes;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborText;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignedCorimExpectations;
import org.rats4j.corim.UnverifiedSignedCorim;
import org.rats4j.corim.template.CorimTemplate;

/** Manifests that are signed, with the manifest in the message or beside it. */
public final class SignedCorimKind extends Kind {
  /** The only one. */
  public static final SignedCorimKind SIGNED_CORIM = new SignedCorimKind();

  private static final String TYPE = "application/rim+cbor";
  private static final long CORIM_META = 8;
  private static final long PREIMAGE_TYPE = 259;

  /** Shows the header that is a map inside a byte string. */
  static final Meaning META =
      new Meaning() {
        private final Vocabulary names =
            Vocabulary.builder()
                .term(
                    0,
                    "signer",
                    Meanings.map(
                        Vocabulary.builder().term(0, "signer-name").term(1, "signer-uri").build()))
                .term(
                    1,
                    "signature-validity",
                    Meanings.map(
                        Vocabulary.builder().term(0, "not-before").term(1, "not-after").build()))
                .build();

        @Override
        public View show(CborItem item) {
          return item instanceof CborBytes bytes
              ? Content.parseCbor(bytes.value()).map(names::show).orElseGet(() -> plain(item))
              : plain(item);
        }

        private View plain(CborItem item) {
          return PLAIN.show(item);
        }
      };

  private SignedCorimKind() {
    super("signed-corim", "Concise Reference Integrity Manifest in COSE_Sign1");
  }

  @Override
  public boolean detects(Content content) {
    return content.cose().filter(SignedCorimKind::looksSigned).isPresent();
  }

  private static boolean looksSigned(CoseShape cose) {
    String type = cose.contentType().orElse("");
    return type.startsWith(TYPE)
        || type.equals("application/corim-unsigned+cbor")
        || cose.protectedHeader().get(CORIM_META).isPresent()
        || cose.protectedHeader()
            .get(PREIMAGE_TYPE)
            .filter(it -> it instanceof CborText text && text.value().startsWith(TYPE))
            .isPresent();
  }

  private static UnverifiedSignedCorim read(Content content, boolean lenient)
      throws DecodingException {
    Findings findings = new Findings(lenient ? CorimOptions.LENIENT : CorimOptions.STRICT);
    return SignedCorim.decode(content.bytes(), CorimKinds.profiles(lenient), findings);
  }

  @Override
  public Decoded decode(Content content, boolean lenient) throws DecodingException {
    UnverifiedSignedCorim message = read(content, lenient);
    return decoded(content, message.findings(), message.unverifiedCorim());
  }

  private static Decoded decoded(Content content, List<Finding> findings, Optional<Corim> corim)
      throws DecodingException {
    List<Finding> all = new ArrayList<>(findings);
    corim.map(Corim::check).orElse(List.of()).stream()
        .filter(finding -> !finding.code().equals(CorimCodes.SIGNER_ENTITY_MISSING))
        .forEach(all::add);
    View payload =
        corim.isPresent()
            ? CorimKinds.show(CorimTemplate.of(corim.get()))
            : content
                .cose()
                .flatMap(CoseShape::payload)
                .map(hash -> View.bytes(hash).noted("hash of a CoRIM"))
                .orElseGet(() -> new View.Nothing().noted("detached"));
    View view = content.cose().isPresent() ? CoseKinds.show(content, payload) : payload;
    return new Decoded("cose", true, all, view);
  }

  @Override
  public Decoded verify(Content content, Checks checks)
      throws DecodingException, VerificationException {
    return verify(content, checks, Optional.empty(), Optional.empty()).decoded();
  }

  /**
   * A message that was verified.
   *
   * @param decoded what it says
   * @param signed the message
   */
  public record Verified(Decoded decoded, SignedCorim signed) {}

  /**
   * Verifies {@code content}.
   *
   * @param detached the payload of a message that does not carry its own
   * @param preimage the CoRIM whose hash is signed
   * @throws DecodingException if it is not of this kind
   * @throws VerificationException if it is not what {@code checks} expect
   */
  public Verified verify(
      Content content, Checks checks, Optional<Bytes> detached, Optional<Bytes> preimage)
      throws DecodingException, VerificationException {
    if (checks.nonce().isPresent()) {
      throw VerificationException.of(
          VerificationException.Reason.NONCE_MISMATCH, "a CoRIM has no nonce");
    }
    UnverifiedSignedCorim message = read(content, checks.lenient());
    if (preimage.isPresent() && !message.isHashEnvelope()) {
      throw unsupported("no hash is signed, so that there is nothing to compare");
    }
    SignedCorimExpectations.Builder expected =
        SignedCorimExpectations.builder()
            .keys(checks.keys())
            .algorithms(checks.signatures())
            .clock(checks.clock());
    detached.ifPresent(expected::detachedPayload);
    preimage.ifPresent(expected::preimage);
    SignedCorim signed = message.verify(expected.build());
    return new Verified(decoded(content, signed.findings(), signed.corim()), signed);
  }

  @Override
  public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
    read(content, lenient);
    if (to == Notation.JSON) {
      throw unsupported("a signed CoRIM has no JSON form; rats corim extract writes templates");
    }
    return GenericKinds.write(content.cbor().orElseThrow(), to);
  }
}
