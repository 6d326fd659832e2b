package org.rats4j.pkix;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * What somebody wants to have attested: elements whose claims have no value, which stands for
 * "please report", or one that selects.
 *
 * <p>It has the bytes of a {@link TbsEvidence}, or stands in the place of one in evidence that its
 * presenter signed, and is neither: nothing here takes it for evidence.
 */
public final class AttestationRequest {
  private final Bytes encoded;
  private final TbsEvidence tbs;
  private final List<SignatureBlock> signatures;
  private final List<Finding> findings;

  private AttestationRequest(
      Bytes encoded, TbsEvidence tbs, List<SignatureBlock> signatures, List<Finding> findings) {
    this.encoded = encoded;
    this.tbs = tbs;
    this.signatures = List.copyOf(signatures);
    this.findings = List.copyOf(findings);
  }

  /**
   * Decodes exactly one request, bare or signed by its presenter.
   *
   * @throws DecodingException if {@code der} is anything else, with a code of {@link PkixCodes}
   */
  public static AttestationRequest decode(Bytes der, EvidenceOptions options)
      throws DecodingException {
    DerValue value = EvidenceReader.decodeSequence(der, options);
    List<DerValue> members = Faults.closed(value, 2, 3, EvidenceReader.ROOT);
    if (members.get(0).is(DerValue.SEQUENCE)) {
      UnverifiedEvidence wrapped = new EvidenceReader(options).read(value, true);
      return new AttestationRequest(
          der, wrapped.unverifiedTbs(), wrapped.signatures(), wrapped.findings());
    }
    Findings findings = new Findings(options.decodeOptions());
    TbsEvidence tbs = new TbsReader(options, findings, true).read(value);
    return new AttestationRequest(der, tbs, List.of(), findings.toList());
  }

  /**
   * Returns an empty builder.
   *
   * @throws IllegalArgumentException if {@code oids} are of older drafts, which are never written
   */
  public static Builder builder(EvidenceOids oids) {
    if (oids.isLegacy()) {
      throw new IllegalArgumentException("older forms are only read");
    }
    return new Builder(oids);
  }

  /**
   * Returns this request with one more signature by its presenter, in the place of evidence.
   *
   * @throws IllegalStateException if it asks for nothing, so that it could be taken for evidence
   * @throws GeneralSecurityException if the key refuses
   */
  public AttestationRequest signed(EvidenceSigner presenter) throws GeneralSecurityException {
    if (readsAsEvidence()) {
      throw new IllegalStateException("request could be taken for evidence");
    }
    List<SignatureBlock> blocks = new ArrayList<>(signatures);
    blocks.add(presenter.sign(tbs.encoded()));
    Bytes signed =
        EvidenceWriter.evidence(
            tbs.encoded(),
            Der.sequence(blocks.stream().map(EvidenceWriter::block).toList()),
            List.of(),
            IntermediateTagging.EXPLICIT);
    return new AttestationRequest(signed, tbs, blocks, findings);
  }

  private boolean readsAsEvidence() {
    EvidenceOptions options = EvidenceOptions.LENIENT.toBuilder().oids(tbs.oids()).build();
    Bytes unsigned =
        EvidenceWriter.evidence(
            tbs.encoded(), Der.sequence(), List.of(), IntermediateTagging.EXPLICIT);
    try {
      Evidence.decode(unsigned, options);
      return true;
    } catch (DecodingException e) {
      return false;
    }
  }

  /** Returns the elements. */
  public TbsEvidence tbs() {
    return tbs;
  }

  /** Returns the signatures of the presenter, not checked; none if the request is bare. */
  public List<SignatureBlock> signatures() {
    return signatures;
  }

  /** Returns what was remarked while decoding. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the request as it was received, or built. */
  public Bytes encoded() {
    return encoded;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof AttestationRequest other && encoded.equals(other.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  /** Returns the names of the claims. */
  @Override
  public String toString() {
    return "AttestationRequest[" + tbs + "]";
  }

  /** Builds requests. Not safe for use by several threads. */
  public static final class Builder {
    private final EvidenceOids oids;
    private final List<ElementBuilder> elements = new ArrayList<>();

    private Builder(EvidenceOids oids) {
      this.oids = oids;
    }

    /**
     * Asks for the transaction element with {@code nonce}, which the verifier makes, and for the
     * keys that sign.
     */
    public Builder transaction(Bytes nonce) {
      return element(
          oids.transaction(),
          element ->
              element.put(EvidenceClaims.NONCE, nonce).ask(EvidenceClaims.AK_SPKI.type(oids)));
    }

    /** Asks for these claims of the platform. */
    public Builder platform(EvidenceClaimKey<?>... claims) {
      return element(oids.platform(), element -> ask(element, claims));
    }

    /** Asks for these claims of the key that {@code identifier} names. */
    public Builder key(String identifier, EvidenceClaimKey<?>... claims) {
      return element(
          oids.key(),
          element -> {
            element.put(EvidenceClaims.IDENTIFIER, identifier);
            ask(element, claims);
          });
    }

    private void ask(ElementBuilder element, EvidenceClaimKey<?>... claims) {
      for (EvidenceClaimKey<?> claim : claims) {
        element.ask(claim.type(oids));
      }
    }

    private Builder element(Oid type, Consumer<ElementBuilder> claims) {
      ElementBuilder element = new ElementBuilder(type, oids);
      claims.accept(element);
      elements.add(element);
      return this;
    }

    /**
     * Returns the request.
     *
     * @throws IllegalStateException if it breaks a rule of the draft
     */
    public AttestationRequest build() {
      Bytes encoded = EvidenceWriter.tbs(elements.stream().map(ElementBuilder::encode).toList());
      try {
        return decode(encoded, EvidenceOptions.builder().oids(oids).build());
      } catch (DecodingException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }
}
