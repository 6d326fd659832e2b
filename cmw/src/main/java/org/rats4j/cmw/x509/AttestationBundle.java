package org.rats4j.cmw.x509;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cmw.Cmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;

/**
 * Statements about the attester that asks for a certificate, and certificates that help to verify
 * them (draft-ietf-lamps-csr-attestation-28).
 *
 * <pre>{@code
 * id-aa-attestation OBJECT IDENTIFIER ::= { 1 2 840 113549 1 9 16 2 59 }
 * AttestationBundle ::= SEQUENCE {
 *   attestations SEQUENCE SIZE (1..MAX) OF AttestationStatement,
 *   certs SEQUENCE SIZE (1..MAX) OF LimitedCertChoices OPTIONAL }
 * }</pre>
 *
 * <p>In a PKCS #10 request it is the one value of an attribute, in CRMF an extension. A request
 * proves possession of its key, and says nothing about whether that key is the attested one: a
 * verifier has to compare.
 *
 * @param attestations the statements, one or more
 * @param certificates the certificates, none of which is a trust anchor
 */
public record AttestationBundle(
    List<AttestationStatement> attestations, List<AttestationCertificate> certificates) {
  /** {@code id-aa-attestation}, of the attribute and the extension. */
  public static final Oid OID = Oid.of("1.2.840.113549.1.9.16.2.59");

  /**
   * Creates a bundle.
   *
   * @throws IllegalArgumentException if there is no statement
   */
  public AttestationBundle {
    attestations = List.copyOf(attestations);
    certificates = List.copyOf(certificates);
    if (attestations.isEmpty()) {
      throw new IllegalArgumentException("bundle has no statement");
    }
  }

  /** Returns a bundle without certificates. */
  public static AttestationBundle of(AttestationStatement... attestations) {
    return new AttestationBundle(List.of(attestations), List.of());
  }

  /**
   * Decodes exactly one bundle. Statements stay as they are.
   *
   * @throws DecodingException if {@code der} is anything else
   */
  public static AttestationBundle decode(Bytes der, DecodeOptions options)
      throws DecodingException {
    return decode(der, new Findings(options));
  }

  /**
   * Decodes exactly one bundle under the options of {@code findings}, and remarks to them each
   * deviation that these accept.
   *
   * @throws DecodingException if {@code der} is anything else
   */
  public static AttestationBundle decode(Bytes der, Findings findings) throws DecodingException {
    return BundleCodec.decode(der, findings, "bundle");
  }

  /**
   * Finds the bundle in a PKCS #10 request: in its attribute, or among the extensions that it asks
   * for. The signature of the request is not checked.
   *
   * @param request the request in DER
   * @return empty if there is none
   * @throws DecodingException if {@code request} is no request, or the bundle is none; with the
   *     code {@link org.rats4j.cmw.CmwCodes#CSR_ATTRIBUTE_REPEATED} if there are two, with {@link
   *     org.rats4j.cmw.CmwCodes#CSR_ATTRIBUTE_VALUES} if the attribute has not exactly one value
   */
  public static Optional<AttestationBundle> findInRequest(Bytes request, DecodeOptions options)
      throws DecodingException {
    return findInRequest(request, new Findings(options));
  }

  /**
   * Finds the bundle in a PKCS #10 request under the options of {@code findings}, and remarks to
   * them each deviation that these accept.
   *
   * @throws DecodingException as {@link #findInRequest(Bytes, DecodeOptions)}
   */
  public static Optional<AttestationBundle> findInRequest(Bytes request, Findings findings)
      throws DecodingException {
    Optional<Bytes> der = RequestContent.decode(request, findings.options()).attestationBundle();
    return der.isEmpty() ? Optional.empty() : Optional.of(decode(der.get(), findings));
  }

  /**
   * Returns the wrappers among the statements.
   *
   * @throws DecodingException if a statement is of the type of wrappers, and is none
   */
  public List<Cmw> cmws(DecodeOptions options) throws DecodingException {
    List<Cmw> cmws = new ArrayList<>();
    for (AttestationStatement statement : attestations) {
      statement.cmw(options).ifPresent(cmws::add);
    }
    return List.copyOf(cmws);
  }

  /** Encodes this bundle in DER. */
  public Bytes encode() {
    return BundleCodec.encode(this);
  }
}
