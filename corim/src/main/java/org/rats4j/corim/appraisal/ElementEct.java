package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.comid.Environment;

/**
 * Claims about the elements of an environment.
 *
 * <pre>{@code
 * E-ECT = {
 *   ect-common
 *   ? &(element-list: "element-list") => [ + element-map ]
 *   ? &(cmtype: "cmtype") => cm-type
 * }
 * cm-type = &(reference-values: 0, endorsements: 1, evidence: 2)
 * }</pre>
 */
public final class ElementEct extends CommonEct implements Ect {
  /** The type of what reference values corroborate. */
  public static final int REFERENCE_VALUES = 0;

  /** The type of what is endorsed. */
  public static final int ENDORSEMENTS = 1;

  /** The type of what an attester says of itself. */
  public static final int EVIDENCE = 2;

  private final int cmtype;
  private final List<Element> elements;

  /** Made when it is needed first; threads that meet there make the same. */
  private @Nullable Bytes encoded;

  private ElementEct(EctCommon common, int cmtype, List<Element> elements) {
    super(common);
    this.cmtype = cmtype;
    this.elements = elements;
  }

  /**
   * Returns a tuple; of equal elements one stays.
   *
   * @param cmtype one of the constants, or another that is not negative
   * @throws IllegalArgumentException if there is no element, the authority is empty, or {@code
   *     cmtype} is negative
   */
  public static ElementEct of(
      int cmtype, Environment environment, Authority authority, List<Element> elements) {
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("list of elements is empty");
    }
    if (cmtype < 0) {
      throw new IllegalArgumentException("cmtype is negative");
    }
    return new ElementEct(new EctCommon(environment, authority, null), cmtype, unique(elements));
  }

  /**
   * Returns a tuple of evidence.
   *
   * @param authority who signed the evidence
   * @throws IllegalArgumentException if there is no element or the authority is empty
   */
  public static ElementEct evidence(
      Environment environment, Authority authority, List<Element> elements) {
    return of(EVIDENCE, environment, authority, elements);
  }

  private static List<Element> unique(List<Element> elements) {
    return Distinct.of(elements, Element::encode);
  }

  /** Returns this tuple under {@code profile}. */
  public ElementEct withProfile(CorimProfileId profile) {
    return new ElementEct(common.withProfile(profile), cmtype, elements);
  }

  ElementEct withElements(List<Element> others) {
    return new ElementEct(common, cmtype, unique(others));
  }

  /** Returns where the claims come from. */
  public int cmtype() {
    return cmtype;
  }

  /** Returns the elements, at least one, none twice. */
  public List<Element> elements() {
    return elements;
  }

  /**
   * Returns the elements in the order of their encodings, which does not depend on their source.
   */
  List<Element> sorted() {
    if (elements.size() == 1) {
      return elements;
    }
    TreeMap<Bytes, Element> sorted = new TreeMap<>();
    elements.forEach(element -> sorted.put(element.encode(), element));
    return List.copyOf(sorted.values());
  }

  @Override
  public Bytes encode() {
    Bytes known = encoded;
    if (known == null) {
      known = EctCodec.encode(this);
      encoded = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object o) {
    return this == o || (o instanceof ElementEct other && encode().equals(other.encode()));
  }

  @Override
  public int hashCode() {
    return encode().hashCode();
  }

  @Override
  public String toString() {
    return name(cmtype) + " of " + common + ": " + elements;
  }

  static String name(int cmtype) {
    return switch (cmtype) {
      case REFERENCE_VALUES -> "reference values";
      case ENDORSEMENTS -> "endorsement";
      case EVIDENCE -> "evidence";
      default -> Objects.toString(cmtype);
    };
  }
}
