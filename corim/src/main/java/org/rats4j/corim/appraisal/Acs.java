package org.rats4j.corim.appraisal;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rats4j.core.Bytes;
import org.rats4j.core.cbor.CborWriter;

/**
 * The appraisal claims set: all that a verifier accepts, each tuple once. Their order has no
 * meaning; here it is that of their encodings.
 */
public final class Acs {
  private final List<Ect> entries;

  private Acs(List<Ect> entries) {
    this.entries = entries;
  }

  /** Returns a claims set of these tuples, of which equal ones become one. */
  public static Acs of(Iterable<? extends Ect> ects) {
    TreeMap<Bytes, Ect> sorted = new TreeMap<>();
    ects.forEach(ect -> sorted.put(ect.encode(), ect));
    return new Acs(List.copyOf(sorted.values()));
  }

  /** Returns the tuples. */
  public List<Ect> entries() {
    return entries;
  }

  /** Returns the tuples of elements of one type, such as {@link ElementEct#REFERENCE_VALUES}. */
  public List<ElementEct> elements(int cmtype) {
    return of(ElementEct.class).filter(ect -> ect.cmtype() == cmtype).toList();
  }

  /** Returns the keys that were verified. */
  public List<KeyEct> keys() {
    return of(KeyEct.class).toList();
  }

  /** Returns the domains whose members are all accepted. */
  public List<MembershipEct> memberships() {
    return of(MembershipEct.class).toList();
  }

  /** Returns the domains whose trustees are members. */
  public List<TrustEct> trusts() {
    return of(TrustEct.class).toList();
  }

  private <T extends Ect> Stream<T> of(Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast);
  }

  /** Returns the tuples as an array in deterministic CBOR, for reports and caches. */
  public Bytes encode() {
    CborWriter out = new CborWriter();
    out.startArray(entries.size());
    entries.forEach(ect -> out.writeRaw(ect.encode()));
    return out.toBytes();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Acs other && Set.copyOf(entries).equals(Set.copyOf(other.entries));
  }

  @Override
  public int hashCode() {
    return Set.copyOf(entries).hashCode();
  }

  @Override
  public String toString() {
    return "ACS of " + entries.size() + " tuples";
  }
}
