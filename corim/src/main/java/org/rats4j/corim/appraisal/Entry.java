package org.rats4j.corim.appraisal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;

/** A tuple among what is accepted, ready to be compared. */
final class Entry {
  private final Ect ect;
  private final Bytes encoded;
  private final @Nullable Bytes[] leaves;
  private final int mask;
  private final @Nullable Bytes[] projections = new @Nullable Bytes[1 << 7];
  private @Nullable List<Atom> atoms;
  private @Nullable List<Atom> keyAtoms;

  Entry(Ect ect, Bytes encoded) {
    this.ect = ect;
    this.encoded = encoded;
    leaves = CanonicalEnvironment.leaves(ect.environment());
    mask = CanonicalEnvironment.mask(leaves);
  }

  Ect ect() {
    return ect;
  }

  /** Returns the encoding of the tuple. */
  Bytes encoded() {
    return encoded;
  }

  int mask() {
    return mask;
  }

  /** Returns the values by which conditions find this tuple. */
  List<Atom> atoms() {
    List<Atom> known = atoms;
    if (known == null) {
      known = Atoms.of(ect);
      atoms = known;
    }
    return known;
  }

  /** Returns the keys by which triples of keys find this tuple. */
  List<Atom> keyAtoms() {
    List<Atom> known = keyAtoms;
    if (known == null) {
      known = Atoms.keysOf(ect);
      keyAtoms = known;
    }
    return known;
  }

  /** Returns whether this is a tuple of elements of one of these types. */
  boolean isElements(boolean reference, boolean endorsed, boolean evidence) {
    return ect instanceof ElementEct elements
        && switch (elements.cmtype()) {
          case ElementEct.REFERENCE_VALUES -> reference;
          case ElementEct.ENDORSEMENTS -> endorsed;
          case ElementEct.EVIDENCE -> evidence;
          default -> false;
        };
  }

  /** Returns the environment with those leaves alone; {@code part} has none that are not here. */
  Bytes project(int part) {
    Bytes known = projections[part];
    if (known == null) {
      known = CanonicalEnvironment.encode(leaves, part);
      projections[part] = known;
    }
    return known;
  }

  /** Returns whether this environment has all that {@code environment} has. */
  boolean contains(CanonicalEnvironment environment) {
    int wanted = environment.mask();
    return (wanted & ~mask) == 0
        && project(wanted).equals(environment.encoded())
        && environment.unknownIsIn(ect.environment());
  }

  /** Returns whether this environment is {@code environment}. */
  boolean equalsEnvironment(CanonicalEnvironment environment) {
    return mask == environment.mask()
        && contains(environment)
        && ect.environment().equals(environment.environment());
  }
}
