package org.rats4j.pkix;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;

/**
 * Builds evidence in the form of -07. Elements and claims stand in the order in which they were
 * added.
 *
 * <pre>{@code
 * UnverifiedEvidence evidence =
 *     Evidence.builder(EvidenceOids.PLACEHOLDER)
 *         .transaction(t -> t.put(EvidenceClaims.NONCE, nonce))
 *         .key(k -> k.put(EvidenceClaims.IDENTIFIER, "k1").put(EvidenceClaims.EXTRACTABLE, false))
 *         .signer(EvidenceSigner.ofCertificate(certificate, signer))
 *         .sign();
 * }</pre>
 *
 * <p>A claim is for what the attesting environment observes itself; what it does not know, it
 * leaves out. Unless told otherwise the transaction element names each signer by an {@link
 * EvidenceClaims#AK_SPKI}. Not safe for use by several threads.
 */
public final class EvidenceBuilder {
  private final EvidenceOids oids;
  private final List<ElementBuilder> elements = new ArrayList<>();
  private final List<EvidenceSigner> signers = new ArrayList<>();
  private final List<Bytes> certificates = new ArrayList<>();
  private IntermediateTagging tagging = IntermediateTagging.EXPLICIT;
  private boolean akBinding = true;
  private int transaction = -1;

  private EvidenceBuilder(EvidenceOids oids) {
    this.oids = oids;
  }

  static EvidenceBuilder of(EvidenceOids oids) {
    if (oids.isLegacy()) {
      throw new IllegalArgumentException("older forms are only read");
    }
    return new EvidenceBuilder(oids);
  }

  /** Adds the transaction element. */
  public EvidenceBuilder transaction(Consumer<ElementBuilder> claims) {
    return element(oids.transaction(), claims);
  }

  /** Adds the platform element. */
  public EvidenceBuilder platform(Consumer<ElementBuilder> claims) {
    return element(oids.platform(), claims);
  }

  /** Adds a key element. */
  public EvidenceBuilder key(Consumer<ElementBuilder> claims) {
    return element(oids.key(), claims);
  }

  /** Adds an element of whatever type. */
  public EvidenceBuilder element(Oid type, Consumer<ElementBuilder> claims) {
    ElementBuilder element = new ElementBuilder(type, oids);
    claims.accept(element);
    if (type.equals(oids.transaction())) {
      transaction = elements.size();
    }
    elements.add(element);
    return this;
  }

  /** Adds a signer. */
  public EvidenceBuilder signer(EvidenceSigner signer) {
    signers.add(Objects.requireNonNull(signer, "signer"));
    return this;
  }

  /** Leaves out the claims that name the signers. */
  public EvidenceBuilder withoutAkBinding() {
    akBinding = false;
    return this;
  }

  /**
   * Adds a certificate that helps to build paths.
   *
   * @param certificate an X.509 certificate in DER
   * @throws IllegalArgumentException if it is none
   */
  public EvidenceBuilder intermediateCertificate(Bytes certificate) {
    certificates.add(CertificateInfo.require(certificate).encoded());
    return this;
  }

  /** Sets how the certificates are tagged; EXPLICIT by default. */
  public EvidenceBuilder intermediateTagging(IntermediateTagging value) {
    tagging = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Signs the elements with each signer. Without signer the evidence is unsigned, and nobody may
   * rely on it.
   *
   * @throws IllegalStateException if the elements break a rule of the draft
   * @throws GeneralSecurityException if a key refuses
   */
  public UnverifiedEvidence sign() throws GeneralSecurityException {
    Bytes tbs = tbs();
    List<Bytes> blocks = new ArrayList<>();
    decoded(EvidenceWriter.evidence(tbs, Der.sequence(), certificates, tagging));
    for (EvidenceSigner signer : signers) {
      blocks.add(EvidenceWriter.block(signer.sign(tbs)));
    }
    return decoded(EvidenceWriter.evidence(tbs, Der.sequence(blocks), certificates, tagging));
  }

  /**
   * Adds a signature to evidence that may have some already; its elements stay as they are.
   *
   * @throws GeneralSecurityException if the key refuses
   */
  public static UnverifiedEvidence countersign(UnverifiedEvidence evidence, EvidenceSigner signer)
      throws GeneralSecurityException {
    Bytes tbs = evidence.unverifiedTbs().encoded();
    Bytes encoded = evidence.withSignature(EvidenceWriter.block(signer.sign(tbs)));
    return decoded(encoded, evidence.unverifiedTbs().oids());
  }

  private Bytes tbs() {
    List<Bytes> encoded = new ArrayList<>();
    elements.forEach(element -> encoded.add(element.encode()));
    if (akBinding && !signers.isEmpty()) {
      ElementBuilder named = new ElementBuilder(oids.transaction(), oids);
      List<Bytes> all = transaction < 0 ? new ArrayList<>() : elements.get(transaction).claims();
      signers.stream()
          .map(EvidenceSigner::publicKey)
          .distinct()
          .forEach(key -> named.put(EvidenceClaims.AK_SPKI, key));
      Bytes element = named.encodeBehind(all);
      if (transaction < 0) {
        encoded.add(0, element);
      } else {
        encoded.set(transaction, element);
      }
    }
    return EvidenceWriter.tbs(encoded);
  }

  private UnverifiedEvidence decoded(Bytes encoded) {
    return decoded(encoded, oids);
  }

  private static UnverifiedEvidence decoded(Bytes encoded, EvidenceOids oids) {
    EvidenceOptions options =
        EvidenceOptions.builder()
            .oids(oids)
            .inputBytes(Integer.MAX_VALUE)
            .elements(Integer.MAX_VALUE)
            .claimsOfElement(Integer.MAX_VALUE)
            .signatures(Integer.MAX_VALUE)
            .certificates(Integer.MAX_VALUE)
            .build();
    try {
      return Evidence.decode(encoded, options);
    } catch (DecodingException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
