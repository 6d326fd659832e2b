package org.rats4j.pkix;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;

/**
 * The elements of evidence or of a request.
 *
 * <pre>{@code
 * TbsEvidence ::= SEQUENCE {
 *   version INTEGER (1), reportedElements SEQUENCE SIZE (1..MAX) OF ReportedElement }
 * }</pre>
 *
 * <p>Whether anybody vouches for them depends on where they are from.
 */
public final class TbsEvidence {
  private final Bytes encoded;
  private final List<ReportedElement> elements;
  private final EvidenceOids oids;

  TbsEvidence(Bytes encoded, List<ReportedElement> elements, EvidenceOids oids) {
    this.encoded = encoded;
    this.elements = List.copyOf(elements);
    this.oids = oids;
  }

  /** Returns the bytes that are signed, as received. */
  public Bytes encoded() {
    return encoded;
  }

  /** Returns all elements in their order. */
  public List<ReportedElement> elements() {
    return elements;
  }

  /** Returns the numbers that the elements were read with. */
  public EvidenceOids oids() {
    return oids;
  }

  /** Returns the transaction element. */
  public Optional<TransactionElement> transaction() {
    return of(TransactionElement.class).stream().findFirst();
  }

  /** Returns the platform element. */
  public Optional<PlatformElement> platform() {
    return of(PlatformElement.class).stream().findFirst();
  }

  /** Returns the key elements in their order. */
  public List<KeyElement> keys() {
    return of(KeyElement.class);
  }

  /** Returns the key element that has {@code identifier}. */
  public Optional<KeyElement> key(String identifier) {
    return keys().stream().filter(key -> key.identifiers().contains(identifier)).findFirst();
  }

  private <T> List<T> of(Class<T> type) {
    return elements.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof TbsEvidence other && encoded.equals(other.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  /** Returns the names of the claims; values identify a device. */
  @Override
  public String toString() {
    return "TbsEvidence" + elements;
  }
}
